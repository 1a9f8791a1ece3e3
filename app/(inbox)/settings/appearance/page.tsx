import { headers } from "next/headers";
import { Appearance } from "@/components/preferences/appearance";
import type { Given } from "@/components/preferences/given";
import { ClockProvider } from "@/components/time/clock";
import { preferencesJson } from "@/lib/api/schemas/answers/preferences";
import { preferenceFields, preferencesBody, preferencesOfForm } from "@/lib/api/schemas/preferences";
import { csrfTokenIn } from "@/lib/auth/csrf";
import { requirePageSession } from "@/lib/http/page-session";
import { titled } from "../../page-title";
import { zoneOfBrowser } from "../../zone-of-browser";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export function generateMetadata() {
  return titled(({ settings }) => settings.appearance.page);
}

const listId = "zones";

export default async function AppearancePage({ searchParams }: Props) {
  const { ctx, person } = await requirePageSession();
  const { why, ...asked } = await searchParams;
  const given = {
    stored: preferencesJson(person),
    sent: sentBefore(asked),
    why: typeof why === "string" ? why : null,
    csrfToken: csrfTokenIn((await headers()).get("cookie")),
  };
  return (
    <ClockProvider asOf={ctx.now.toISOString()}>
      <Appearance given={given} zone={{ seen: await zoneOfBrowser(), listId, zones: <Zones /> }} />
    </ClockProvider>
  );
}

/** What a form without scripts sent, which stands in the address it was led back to; a zone also as it was typed. */
function sentBefore(asked: Record<string, string | string[] | undefined>): Given["sent"] {
  const sent: Given["sent"] = {};
  for (const name of preferenceFields) {
    const value = asked[name];
    if (typeof value !== "string") continue;
    const form = new URLSearchParams([[name, value]]);
    Object.assign(sent, preferencesBody.safeParse(preferencesOfForm(form)).data);
    if (name === "timeZone" && sent.timeZone === undefined) sent.timeZone = value.slice(0, 64);
  }
  return sent;
}

function Zones() {
  return (
    <datalist id={listId}>
      {Intl.supportedValuesOf("timeZone").map((zone) => (
        <option key={zone} value={zone} />
      ))}
    </datalist>
  );
}
