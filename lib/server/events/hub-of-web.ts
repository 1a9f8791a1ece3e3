import { type Hub, startHub } from "@/lib/server/events/hub";
import { openWatch } from "@/lib/services/changes/watch";

let hub: Hub | null = null;

/** One for the process, and its connection only once somebody listens. */
export function hubOfWeb(): Hub {
  hub ??= startHub(openWatch);
  return hub;
}

/** Before the server stops, so that the pages are on their way to the next one already. */
export async function endStreams(): Promise<void> {
  await hub?.stop();
}
