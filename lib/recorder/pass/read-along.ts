import type { IncomingMessage } from "node:http";
import type { Keeper, Place } from "@/lib/recorder/keeper";
import { limits } from "@/lib/recorder/limits";
import type { ReadAlong } from "@/lib/recorder/pass/pass-on";
import { dateOf, readJson } from "@/lib/recorder/pass/read-json";

let underWay = 0;

/** An approval that passes is looked at on the side, from a copy; the agent does not wait for it. */
export function readApprovalAlong(keeper: Keeper, place: Place, approvalId: string): ReadAlong {
  return (answer) => {
    if (underWay >= limits.learnedAtOnce || answer.statusCode === 304) return;
    underWay += 1;
    const chunks: Buffer[] = [];
    let size = 0;
    answer.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limits.learnedBytes) chunks.push(chunk);
    });
    answer.once("close", () => {
      underWay -= 1;
      if (answer.complete)
        void tell(answer, { bytes: Buffer.concat(chunks), isWhole: size <= limits.learnedBytes });
    });
  };

  async function tell(answer: IncomingMessage, copy: { bytes: Buffer; isWhole: boolean }): Promise<void> {
    const at = new Date();
    keeper.seen(place, approvalId, {
      status: answer.statusCode ?? 0,
      body: await readJson(copy, answer.headers["content-encoding"], limits.learnedBytes),
      date: dateOf(answer.headers.date),
      at,
    });
  }
}
