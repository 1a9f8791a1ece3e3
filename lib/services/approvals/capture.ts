import { isApprovalId } from "@/lib/domain/links";
import { withoutSecretsIn } from "@/lib/domain/secrets";
import { termsOfRequest } from "@/lib/domain/terms";
import { AppError } from "@/lib/errors";
import { keepTold, type Told } from "@/lib/services/claims/keep-told";
import type { ProveClaimInput } from "@/lib/services/claims/prove";
import { proveSoon } from "@/lib/services/claims/prove-soon";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";

export type CaptureInput = {
  id: string;
  /** OpenTrain's answer, as somebody says it was. */
  told: Record<string, unknown> | null;
  /** The body that was sent to OpenTrain, as somebody says it was. */
  request: Record<string, unknown> | null;
  agent: { name?: string | null | undefined; reason?: string | null | undefined } | null;
  way: "capture" | "paste";
};

const longestName = 80;
const longestReason = 2000;

/**
 * Learns of a request. It is stored before anything is answered, then read once; listed only when OpenTrain's
 * own answer proves it, else it stays a claim that is tried again. Safe to repeat.
 */
export async function captureApproval({
  ctx,
  input,
  readWithinMs = 5_000,
  answerWithinMs = null,
}: {
  ctx: Ctx;
  input: CaptureInput;
  /** For the one read; what takes longer is the worker's. 0: do not look now. */
  readWithinMs?: number;
  /** How long the caller waits for that read; it goes on without them. Null: until all of it is done. */
  answerWithinMs?: number | null;
}): Promise<{ id: string; state: "listed" | "claimed" }> {
  requirePermission(ctx, "add_requests");
  const told = toldOf(ctx, input);
  const { id } = told;
  const kept = await keepTold(ctx, told);
  if (kept === "listed" || readWithinMs <= 0) return { id, state: kept };
  const { db, workspaceId, now } = ctx;
  const look = { db, workspaceId, id, now, withinMs: readWithinMs };
  const state = answerWithinMs === null ? proveSoon(look) : provenWithin(answerWithinMs, look);
  return { id, state: await state };
}

/** It is stored by now: whatever comes of the look, and whenever, the answer stays that it is. */
function provenWithin(ms: number, look: ProveClaimInput): Promise<"listed" | "claimed"> {
  return new Promise((answer) => {
    const timer = setTimeout(() => answer("claimed"), ms);
    const end = (state: "listed" | "claimed") => {
      clearTimeout(timer);
      answer(state);
    };
    void proveSoon({ ...look, listed: () => end("listed") }).then(end);
  });
}

function toldOf({ actor }: Ctx, input: CaptureInput): Told {
  if (!isApprovalId(input.id)) throw new AppError("BAD_REQUEST", { details: { field: "id" } });
  const { id, told, request, agent, way } = withoutSecretsIn(input);
  const { terms, amountUnreadable } = termsOfRequest(request);
  return {
    id,
    way,
    label: actor.kind === "capture_key" ? actor.label : null,
    told,
    terms: terms && { ...terms, ...(amountUnreadable === null ? {} : { amountUnreadable }) },
    agentName: wordsOf(agent?.name, longestName),
    agentReason: wordsOf(agent?.reason, longestReason),
  };
}

function wordsOf(words: string | null | undefined, longest: number): string | null {
  const letters = [...(words?.trim() ?? "")];
  if (letters.length === 0) return null;
  return letters.length <= longest ? letters.join("") : `${letters.slice(0, longest - 1).join("")}…`;
}
