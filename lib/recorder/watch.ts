import { isAppError } from "@/lib/errors";
import { agentWords } from "@/lib/recorder/calls/agent-words";
import type { Place } from "@/lib/recorder/keeper";
import type { Passage } from "@/lib/recorder/passage";
import { callNotes } from "@/lib/services/callers/call-notes";
import type { Db } from "@/lib/store/pool";

/** Told of who came by, for the page where somebody may be waiting for them. Never waits, never fails. */
export type Watch = {
  passed: (passage: Passage, place: Place, approvalId: string | null) => void;
  turnedAway: (error: unknown) => void;
};

/** What a tool does that was given our address with OpenTrain's path already behind it. */
const doubled = /^\/api\/public\/v1\/api\//;

export function watchCallers(db: () => Db): Watch {
  return {
    passed({ req, res, path }, place, approvalId) {
      const { statusCode } = res;
      callNotes(db()).note({
        workspaceId: place.workspaceId,
        way: "recorder",
        keyId: "",
        agentName: agentWords(req.headers).name ?? "",
        at: new Date(),
        outcome: approvalId === null ? "passed" : "asked",
        why: statusCode < 400 ? null : doubled.test(path) ? "doubled_path" : `answered_${statusCode}`,
        approvalId,
      });
    },
    turnedAway(error) {
      if (!isAppError(error)) return;
      callNotes(db()).noteStray("recorder", error.reason ?? error.code, new Date());
    },
  };
}

export const watchNobody: Watch = { passed: () => undefined, turnedAway: () => undefined };
