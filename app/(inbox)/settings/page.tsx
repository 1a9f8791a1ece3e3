import { redirect } from "next/navigation";
import { addresses } from "@/components/addresses";

export default function SettingsPage() {
  redirect(addresses.connection);
}
