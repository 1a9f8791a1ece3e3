import type { Cause } from "../page/cause";
import type { WorkerFetch } from "./scope";
import { isStandIn } from "./wish";

const longestWaitMs = 15_000;

/** Pages come from the network alone; when none comes, the worker's own stands in for it. */
export async function answerPage(
  { request, preloadResponse }: Pick<WorkerFetch, "request" | "preloadResponse">,
  standIn: (cause: Cause) => Response,
): Promise<Response> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const slow = new Promise<"slow">((resolve) => {
    timer = setTimeout(() => resolve("slow"), longestWaitMs);
  });
  try {
    const asked = (async () => (await preloadResponse) ?? (await fetch(request)))();
    const answer = await Promise.race([asked, slow]);
    if (answer === "slow") return standIn("slow");
    return isStandIn(answer) ? standIn("gateway") : answer;
  } catch {
    return standIn("silent");
  } finally {
    clearTimeout(timer);
  }
}
