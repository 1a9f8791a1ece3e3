import type { IncomingMessage } from "node:http";
import { agentWords } from "@/lib/recorder/calls/agent-words";
import type { Call } from "@/lib/recorder/calls/call-of";
import type { Ask, Keeper, Kept, Place } from "@/lib/recorder/keeper";
import { limits } from "@/lib/recorder/limits";
import { decodeBody } from "@/lib/recorder/pass/decode-body";
import { type Held, hold } from "@/lib/recorder/pass/hold";
import { outgoing } from "@/lib/recorder/pass/outgoing";
import { dateOf, readJson } from "@/lib/recorder/pass/read-json";
import { sendHead } from "@/lib/recorder/pass/send-head";
import { streamAnswer } from "@/lib/recorder/pass/stream-answer";
import type { Passage } from "@/lib/recorder/passage";
import { UpstreamAway } from "@/lib/recorder/upstream/away";
import type { Upstream } from "@/lib/recorder/upstream/connect";
import { type OpenCall, openCall } from "@/lib/recorder/upstream/open-call";

type Asking = {
  place: Place;
  call: Extract<Call, { kind: "asks" }>;
  upstream: Upstream;
  keeper: Keeper;
  /** The page of a request in this inbox. */
  pageOf: (approvalId: string) => string;
};

/**
 * One of the four that a human must confirm: what is asked is kept before it is sent, and what was answered
 * before the agent gets it. It is sent once and never again. Gives back the id of the request, if it became one.
 */
export async function passAsk(
  passage: Passage,
  { place, call, upstream, keeper, pageOf }: Asking,
): Promise<string | null> {
  const { req, res } = passage;
  const request = await hold(req, limits.heldBytes);
  // An agent that broke off asked for nothing.
  if (request === null) return null;
  const ask: Ask = {
    place,
    action: call.action,
    subjectId: call.subjectId,
    body: await bodyOf(request, req.headers["content-encoding"]),
    agent: agentWords(req.headers),
    at: new Date(),
  };
  const begun = await keeper.begin(ask);
  const open = openCall(upstream, outgoing(passage, upstream));
  sendRequest(passage, request, open);
  let answer: IncomingMessage;
  let held: Held;
  try {
    answer = await open.answer;
    held = await wholeOrFail(answer, open);
  } catch (error) {
    if (!(error instanceof UpstreamAway)) throw error;
    await keeper.failed(begun, ask, error.isSent ? "unknown" : "never_sent");
    if (error.isSent && !res.headersSent) res.setHeader("X-Countersign-State", begun.kept);
    throw error.toAppError();
  }
  const { kept, approvalId } = await keeper.answered(begun, ask, {
    status: answer.statusCode ?? 0,
    body: await readJson(held, answer.headers["content-encoding"], limits.heldBytes),
    date: dateOf(answer.headers.date),
  });
  if (res.destroyed) {
    answer.resume();
    return approvalId;
  }
  sendHead(
    passage,
    answer,
    upstream.origin,
    stateHeaders(kept, approvalId === null || kept === "not-stored" ? null : pageOf(approvalId)),
  );
  if (held.isWhole) {
    res.end(held.bytes);
    return approvalId;
  }
  res.write(held.bytes);
  await streamAnswer(answer, res, { sent: open.sent, isRead: false });
  return approvalId;
}

function stateHeaders(kept: Kept, url: string | null): string[] {
  return ["X-Countersign-State", kept, ...(url === null ? [] : ["X-Countersign-Url", url])];
}

async function bodyOf({ bytes, isWhole }: Held, encoding: string | undefined): Promise<Buffer | null> {
  if (!isWhole || bytes.length === 0) return null;
  return decodeBody(bytes, encoding, limits.heldBytes);
}

function sendRequest(
  { req, res }: Passage,
  { bytes, isWhole }: Held,
  { sent, expectAnswer }: OpenCall,
): void {
  if (isWhole) {
    sent.end(bytes);
    expectAnswer();
    return;
  }
  sent.write(bytes);
  req.once("end", expectAnswer);
  req.pipe(sent);
  res.once("close", () => {
    if (!req.complete) sent.destroy();
  });
}

/** The answer up to its end, or to the limit; the time it may take goes on from its head. */
async function wholeOrFail(answer: IncomingMessage, { sent }: OpenCall): Promise<Held> {
  const late = setTimeout(() => sent.destroy(), limits.answerMs);
  const held = await hold(answer, limits.heldBytes);
  clearTimeout(late);
  if (held === null) throw new UpstreamAway("broken", true);
  return held;
}
