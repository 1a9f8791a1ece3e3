import { isAppError } from "@/lib/errors";
import { agentWords } from "@/lib/recorder/calls/agent-words";
import type { Became, Place } from "@/lib/recorder/keeper";
import type { Passage } from "@/lib/recorder/passage";
import { type CallOutcome, callNotes } from "@/lib/services/callers/call-notes";
import type { Db } from "@/lib/store/pool";

/** Told of who came by, for the page where somebody may be waiting for them. Never waits, never fails. */
export type Watch = {
  /** `became` for one of the four that a human must confirm. */
  passed: (passage: Passage, place: Place, became: Became | null) => void;
  /** It went on, and no answer came back. */
  unanswered: (passage: Passage, place: Place) => void;
  turnedAway: (error: unknown) => void;
};

/** What a tool does that was given our address with OpenTrain's path already behind it. */
const doubled = /^\/api\/public\/v1\/api\//;

export function watchCallers(db: () => Db): Watch {
  const note = (
    { req }: Passage,
    { workspaceId }: Place,
    call: { outcome: CallOutcome; why: string | null; approvalId: string | null },
  ) => {
    const agentName = agentWords(req.headers).name ?? "";
    callNotes(db()).note({ workspaceId, way: "recorder", keyId: "", agentName, at: new Date(), ...call });
  };
  return {
    passed(passage, place, became) {
      const { statusCode } = passage.res;
      note(passage, place, {
        outcome: outcomeOf(passage, became),
        why: statusCode < 400 ? null : doubled.test(passage.path) ? "doubled_path" : `answered_${statusCode}`,
        approvalId: became?.approvalId ?? null,
      });
    },
    unanswered: (passage, place) =>
      note(passage, place, { outcome: "unanswered", why: null, approvalId: null }),
    turnedAway(error) {
      if (!isAppError(error)) return;
      callNotes(db()).noteStray("recorder", error.reason ?? error.code, new Date());
    },
  };
}

function outcomeOf({ req: { method } }: Passage, became: Became | null): CallOutcome {
  if (became === null) return method === "GET" || method === "HEAD" ? "read" : "passed";
  if (became.approvalId !== null) return "asked";
  if (became.became === "unknown") return "unanswered";
  return became.became === "done" ? "passed" : "not_taken";
}

export const watchNobody: Watch = {
  passed: () => undefined,
  unanswered: () => undefined,
  turnedAway: () => undefined,
};
