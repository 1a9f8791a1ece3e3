import type { IncomingMessage } from "node:http";
import { AppError } from "@/lib/errors";
import { hasBody, outgoing } from "@/lib/recorder/pass/outgoing";
import { sendHead } from "@/lib/recorder/pass/send-head";
import { streamAnswer } from "@/lib/recorder/pass/stream-answer";
import type { Passage } from "@/lib/recorder/passage";
import { UpstreamAway } from "@/lib/recorder/upstream/away";
import type { Upstream } from "@/lib/recorder/upstream/connect";
import { type OpenCall, openCall } from "@/lib/recorder/upstream/open-call";

/** Told of an answer before its body passes, for whoever wants to read along. */
export type ReadAlong = (answer: IncomingMessage) => void;

/** A call with no part of it held back. Rejected while nothing was answered yet, and never afterwards. */
export async function passOn(passage: Passage, upstream: Upstream, readAlong?: ReadAlong): Promise<void> {
  const call = outgoing(passage, upstream);
  const { req, res } = passage;
  const isEmpty = !hasBody(req);
  let open = openCall(upstream, call);
  const hangUp = () => {
    // A write that is out whole is seen to its end; nobody could say what became of it otherwise.
    if (call.isRead || !req.complete) open.sent.destroy();
  };
  res.on("close", hangUp);
  if (isEmpty) sendNothing(open);
  else sendBody(passage, open);
  let answer: IncomingMessage;
  try {
    try {
      answer = await open.answer;
    } catch (error) {
      if (!call.isRead || !isEmpty || !wasStale(open, error) || res.destroyed) throw error;
      open = openCall(upstream, call);
      sendNothing(open);
      answer = await open.answer;
    }
  } catch (error) {
    if (!(error instanceof UpstreamAway)) throw error;
    // It was the agent that stood still.
    if (error.why === "late" && !req.complete) throw new AppError("BAD_REQUEST", { reason: "too_slow" });
    throw error.toAppError(call.isRead || !error.isSent ? "safe" : "look_first");
  }
  res.off("close", hangUp);
  if (res.destroyed) {
    if (call.isRead) open.sent.destroy();
    else answer.resume();
    return;
  }
  readAlong?.(answer);
  sendHead(passage, answer, upstream.origin);
  await streamAnswer(answer, res, { sent: open.sent, isRead: call.isRead });
}

function sendNothing({ sent, expectAnswer }: OpenCall): void {
  sent.end();
  expectAnswer();
}

function sendBody({ req }: Passage, { sent, expectAnswer }: OpenCall): void {
  req.once("end", expectAnswer);
  req.pipe(sent);
}

/** A connection that was kept open and turned out closed: nothing was answered on it, and a read may be asked again. */
function wasStale({ sent }: OpenCall, error: unknown): boolean {
  const { cause } = error as UpstreamAway;
  return sent.reusedSocket && cause instanceof Error && "code" in cause && cause.code === "ECONNRESET";
}
