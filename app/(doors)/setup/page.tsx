import type { Metadata } from "next";
import { SetupDoor } from "@/components/doors/setup-door";
import { readSetupState } from "@/lib/auth/setup-state";
import { screens } from "@/lib/messages/en/screens";

export const metadata: Metadata = { title: screens.app.title(screens.doors.setup.page, null) };
export const dynamic = "force-dynamic";

export default async function SetupPage() {
  const { hasOwner } = await readSetupState();
  return <SetupDoor hasOwner={hasOwner} />;
}
