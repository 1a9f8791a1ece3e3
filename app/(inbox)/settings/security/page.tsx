import { Session } from "@/components/settings/session";
import { requirePageSession } from "@/lib/http/page-session";
import { screens } from "@/lib/messages/en/screens";
import { titled } from "../../page-title";

export function generateMetadata() {
  return titled(screens.settings.security.page);
}

export default async function SecurityPage() {
  const { person } = await requirePageSession();
  return (
    <>
      <h1 className="text-figure">{screens.settings.security.title}</h1>
      <Session email={person.email} />
    </>
  );
}
