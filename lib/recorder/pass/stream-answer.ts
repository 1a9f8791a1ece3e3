import type { ClientRequest, IncomingMessage, ServerResponse } from "node:http";
import { limits } from "@/lib/recorder/limits";

/**
 * The rest of an answer, no faster than it is taken. One that breaks off breaks the agent's connection too, so
 * that nobody takes it for whole; an agent that is gone leaves an answer to be read to its end, or not.
 */
export function streamAnswer(
  answer: IncomingMessage,
  res: ServerResponse,
  { sent, isRead }: { sent: ClientRequest; isRead: boolean },
): Promise<void> {
  return new Promise((resolve) => {
    // What a pipe does, without what it does for every other kind of stream: most answers are one small piece.
    const take = (piece: Buffer) => {
      if (!res.write(piece)) answer.pause();
    };
    const go = () => answer.resume();
    const end = () => res.end();
    answer.on("close", () => {
      if (!answer.complete) res.destroy();
      // All of it is here; an agent that does not take it is not waited for without end.
      else if (res.writableLength > 0) res.setTimeout(limits.idleMs, () => res.destroy());
    });
    res.on("close", () => {
      if (!answer.complete && isRead) sent.destroy();
      else if (!answer.readableEnded) answer.off("data", take).off("end", end).resume();
      resolve();
    });
    res.on("drain", go);
    answer.on("data", take).on("end", end);
    // It may stand still, and what was written of it may still have to be taken.
    if (!res.writableNeedDrain) answer.resume();
  });
}
