import { headers } from "next/headers";
import { Hydrated } from "@/components/hydrated";
import { MateWelcome } from "@/components/welcome/mate";
import { Welcome } from "@/components/welcome/welcome";
import { approvalKeys } from "@/lib/api/queries/approval-keys";
import { captureKeys } from "@/lib/api/queries/capture";
import { gatherOpenApprovals } from "@/lib/api/queries/gather-open-approvals";
import { csrfTokenIn } from "@/lib/auth/csrf";
import { isLoopback } from "@/lib/domain/is-loopback";
import { can } from "@/lib/domain/rights";
import { getEnv } from "@/lib/env";
import { answerApprovals } from "@/lib/http/answers/approvals";
import { answerCapture } from "@/lib/http/answers/capture";
import { requirePageSession } from "@/lib/http/page-session";
import { answerOrNull } from "../answer-or-null";
import { titled } from "../page-title";

export function generateMetadata() {
  return titled(({ settings }) => settings.welcome.page);
}

/** Where an owner starts, and may come back to; for everybody else, what there is to do here. */
export default async function WelcomePage() {
  const { ctx } = await requirePageSession();
  const { APP_URL, OPENTRAIN_API_BASE_URL } = getEnv();
  const { origin } = new URL(APP_URL);
  const isLocal = isLoopback(origin);
  if (ctx.actor.kind !== "person" || !can(ctx.actor.role, "manage_connection")) {
    return <MateWelcome origin={origin} isLocal={isLocal} />;
  }
  const [capture, open] = await Promise.all([
    answerOrNull(answerCapture(ctx)),
    answerOrNull(gatherOpenApprovals((query) => answerApprovals(ctx, query))),
  ]);
  return (
    <Hydrated answers={[capture && [captureKeys.all, capture], open && [approvalKeys.open(), open]]}>
      <Welcome
        origin={origin}
        isLocal={isLocal}
        realOrigin={OPENTRAIN_API_BASE_URL}
        calledAsOf={capture?.asOf ?? ctx.now.toISOString()}
        csrfToken={csrfTokenIn((await headers()).get("cookie"))}
      />
    </Hydrated>
  );
}
