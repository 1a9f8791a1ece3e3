import { Capture } from "@/components/capture/capture";
import { Hydrated } from "@/components/hydrated";
import { ClockProvider } from "@/components/time/clock";
import { captureKeys } from "@/lib/api/queries/capture";
import { isLoopback } from "@/lib/domain/is-loopback";
import { getEnv } from "@/lib/env";
import { answerCapture } from "@/lib/http/answers/capture";
import { requirePageSession } from "@/lib/http/page-session";
import { titled } from "../../page-title";

export function generateMetadata() {
  return titled(({ settings }) => settings.capture.page);
}

/** Agents call by our own clock, which may be another than OpenTrain's. */
export default async function CapturePage() {
  const { ctx } = await requirePageSession();
  const capture = await answerCapture(ctx);
  const { origin } = new URL(getEnv().APP_URL);
  return (
    <Hydrated answers={[[captureKeys.all, capture]]}>
      <ClockProvider asOf={capture.asOf}>
        <Capture origin={origin} isLocal={isLoopback(origin)} />
      </ClockProvider>
    </Hydrated>
  );
}
