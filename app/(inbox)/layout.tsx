import type { ReactNode } from "react";
import { Hydrated } from "@/components/hydrated";
import { ReaderProvider } from "@/components/reader";
import { LiveUpdates } from "@/components/shell/live-updates";
import { Shell } from "@/components/shell/shell";
import { ClockProvider } from "@/components/time/clock";
import { summaryKeys } from "@/lib/api/queries/summary";
import { requirePageSession } from "@/lib/http/page-session";
import { readSummary } from "./read-summary";
import { zoneOfBrowser } from "./zone-of-browser";

export default async function InboxLayout({ children }: { children: ReactNode }) {
  const { ctx, person, drawnAt } = await requirePageSession();
  const { summary, asOf } = await readSummary(ctx);
  const name = person.name ?? person.email;
  const role = ctx.actor.kind === "person" ? ctx.actor.role : "viewer";
  return (
    <Hydrated answers={[[summaryKeys.all, summary]]}>
      <ReaderProvider
        reader={{
          timeZone: person.timeZone ?? (await zoneOfBrowser()),
          role,
          name,
          singleKeys: person.singleKeys,
          keepOffline: person.keepOffline,
        }}
        isZoneGuessed={person.timeZone === null}
      >
        <ClockProvider asOf={asOf}>
          <LiveUpdates drawnAt={drawnAt} />
          <Shell>{children}</Shell>
        </ClockProvider>
      </ReaderProvider>
    </Hydrated>
  );
}
