import type { IncomingMessage } from "node:http";
import { agentWords } from "@/lib/recorder/calls/agent-words";
import type { Call } from "@/lib/recorder/calls/call-of";
import type { Ask, Became, Keeper, Kept, Place } from "@/lib/recorder/keeper";
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
  /** Of this inbox. */
  appUrl: string;
};

/**
 * One of the four that a human must confirm: what is asked is kept before it is sent, and what was answered
 * before the agent gets it. It is sent once and never again. Gives back what it became; null for an agent that
 * broke off, which asked for nothing.
 */
export async function passAsk(
  passage: Passage,
  { place, call, upstream, keeper, appUrl }: Asking,
): Promise<Became | null> {
  const { req, res } = passage;
  const request = await hold(req, limits.heldBytes);
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
    const became = { became: error.isSent ? "unknown" : "never_sent", approvalId: null } as const;
    const said = stateHeaders(begun.kept, became, appUrl);
    if (!res.headersSent) for (const [name, value] of said) res.setHeader(name, value);
    throw error.toAppError(!error.isSent ? "safe" : begun.kept === "not-stored" ? "look_first" : "look_here");
  }
  const { kept, ...became } = await keeper.answered(begun, ask, {
    status: answer.statusCode ?? 0,
    body: await readJson(held, answer.headers["content-encoding"], limits.heldBytes),
    date: dateOf(answer.headers.date),
  });
  if (res.destroyed) {
    answer.resume();
    return became;
  }
  sendHead(passage, answer, upstream.origin, stateHeaders(kept, became, appUrl).flat());
  if (held.isWhole) {
    res.end(held.bytes);
    return became;
  }
  res.write(held.bytes);
  await streamAnswer(answer, res, { sent: open.sent, isRead: false });
  return became;
}

/** On every answer to one of the four: whether it is kept here, and where a person sees it, if anywhere. */
function stateHeaders(kept: Kept, became: Became, appUrl: string): [name: string, value: string][] {
  const page = kept === "not-stored" ? null : pageOf(became);
  return [
    ["X-Countersign-State", kept],
    ...(page === null ? [] : [["X-Countersign-Url", appUrl + page] satisfies [string, string]]),
  ];
}

/** What was refused for a reason people can mend stands on the inbox itself, and so does what has no answer. */
function pageOf({ became, approvalId }: Became): string | null {
  if (approvalId !== null) return `/approvals/${encodeURIComponent(approvalId)}`;
  if (became === "blocked") return "/#blocked";
  return became === "unknown" ? "/#unanswered" : null;
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
