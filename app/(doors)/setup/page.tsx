import type { Metadata } from "next";
import { SetupDoor } from "@/components/doors/setup-door";
import { readSetupState } from "@/lib/auth/setup-state";
import { pageWords } from "@/lib/http/page-words";

export const dynamic = "force-dynamic";

export async function generateMetadata(): Promise<Metadata> {
  const { screens, doors } = await pageWords();
  return { title: screens.app.title(doors.setup.page, null) };
}

export default async function SetupPage() {
  const { hasOwner } = await readSetupState();
  return <SetupDoor hasOwner={hasOwner} />;
}
