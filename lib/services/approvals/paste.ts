import { exampleOfReference, type ReferenceProblem } from "@/lib/domain/approval-reference";
import { findReferences } from "@/lib/domain/find-references";
import { withoutSecrets } from "@/lib/domain/secrets";
import { getEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { captureApproval } from "@/lib/services/approvals/capture";
import { requireConnection } from "@/lib/services/connections/require-connection";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";

const mostPieces = 200;
const atOnce = 4;
/** For all of them together; what is left then is stored and looked at by the worker. */
const lookForMs = 20_000;

export type PasteResult = {
  /** The link or id it is about, or the line that holds none. */
  line: string;
  outcome: "listed" | "claimed" | ReferenceProblem;
  id: string | null;
  /** Where a link of another site would go. */
  leadsTo: string | null;
};

/** Links and ids as people have them, a line each or in a message; every line gets its own answer, in order. */
export async function pasteApprovals({
  ctx,
  input: { text },
}: {
  ctx: Ctx;
  input: { text: string };
}): Promise<{ results: PasteResult[]; example: string }> {
  requirePermission(ctx, "add_requests");
  const { origin } = await requireConnection(ctx);
  const found = findReferences(text, { origin, own: getEnv().APP_URL });
  // Whoever pastes hears of every line, so none is left out without a word.
  if (found.length > mostPieces) throw new AppError("BAD_REQUEST", { reason: "too_many_pieces" });
  const ids = [...new Set(found.flatMap((one) => ("id" in one ? one.id : [])))];
  const states = new Map<string, "listed" | "claimed">();
  const until = performance.now() + lookForMs;
  for (let start = 0; start < ids.length; start += atOnce) {
    const look = async (id: string) => {
      const input = { id, told: null, request: null, agent: null, way: "paste" as const };
      const readWithinMs = Math.min(5_000, until - performance.now());
      states.set(id, (await captureApproval({ ctx, input, readWithinMs })).state);
    };
    await Promise.all(ids.slice(start, start + atOnce).map(look));
  }
  const results = found.map((one): PasteResult => {
    const line = withoutSecrets(one.text).slice(0, 200);
    return "id" in one
      ? { line, outcome: states.get(one.id) ?? "claimed", id: one.id, leadsTo: null }
      : { line, outcome: one.problem, id: null, leadsTo: one.leadsTo };
  });
  return { results, example: exampleOfReference(origin) };
}
