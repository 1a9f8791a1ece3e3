import { exampleOfReference, parseApprovalReference } from "@/lib/domain/approval-reference";
import { captureApproval } from "@/lib/services/approvals/capture";
import { requireConnection } from "@/lib/services/connections/require-connection";
import type { Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";

const mostLines = 200;
const atOnce = 4;
/** For all lines together; what is left then is stored and looked at by the worker. */
const lookForMs = 20_000;

export type PasteResult = {
  line: string;
  outcome: "listed" | "claimed" | "not_a_link" | "other_origin";
  id: string | null;
};

/** Links or ids, one a line; each line gets its own answer, in order. */
export async function pasteApprovals({
  ctx,
  input: { text },
}: {
  ctx: Ctx;
  input: { text: string };
}): Promise<{ results: PasteResult[]; example: string }> {
  requirePermission(ctx, "add_requests");
  const { origin } = await requireConnection(ctx);
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .slice(0, mostLines);
  const results: PasteResult[] = [];
  const until = performance.now() + lookForMs;
  for (let start = 0; start < lines.length; start += atOnce) {
    const batch = lines.slice(start, start + atOnce);
    results.push(
      ...(await Promise.all(
        batch.map((line) => pasteLine(ctx, origin, line, Math.min(5_000, until - performance.now()))),
      )),
    );
  }
  return { results, example: exampleOfReference(origin) };
}

async function pasteLine(ctx: Ctx, origin: string, line: string, readWithinMs: number): Promise<PasteResult> {
  const reference = parseApprovalReference(line, origin);
  const shown = line.slice(0, 200);
  if ("problem" in reference) return { line: shown, outcome: reference.problem, id: null };
  const input = { id: reference.id, told: null, request: null, agent: null, way: "paste" as const };
  const { id, state } = await captureApproval({ ctx, input, readWithinMs });
  return { line: shown, outcome: state, id };
}
