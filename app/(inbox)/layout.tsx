import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Hydrated } from "@/components/hydrated";
import { KeepOffline } from "@/components/offline/keep-offline";
import { ReaderProvider } from "@/components/reader";
import { LiveUpdates } from "@/components/shell/live-updates";
import { Shell } from "@/components/shell/shell";
import { ClockProvider } from "@/components/time/clock";
import { summaryKeys } from "@/lib/api/queries/summary";
import { offlinePass } from "@/lib/auth/offline-pass";
import { getEnv } from "@/lib/env";
import { internal } from "@/lib/http/internal-headers";
import { requirePageSession } from "@/lib/http/page-session";
import type { Actor } from "@/lib/services/context";
import { beginWaiting } from "./(waiting)/begin-waiting";
import { readSummary } from "./read-summary";
import { zoneOfBrowser } from "./zone-of-browser";

function passOf(actor: Actor): string | null {
  const isOn = getEnv().SERVICE_WORKER === "on";
  return isOn && actor.kind === "person" ? offlinePass(actor.sessionId) : null;
}

export default async function InboxLayout({ children }: { children: ReactNode }) {
  const { ctx, person, drawnAt } = await requirePageSession();
  // What the page inside will ask for is on its way while the frame is made.
  beginWaiting(ctx, (await headers()).get(internal.path));
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
          firstSteps: person.firstSteps,
        }}
        isZoneGuessed={person.timeZone === null}
      >
        <ClockProvider asOf={asOf}>
          <LiveUpdates drawnAt={drawnAt} />
          <KeepOffline pass={passOf(ctx.actor)} />
          <Shell>{children}</Shell>
        </ClockProvider>
      </ReaderProvider>
    </Hydrated>
  );
}
