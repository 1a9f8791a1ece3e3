import { type CaptureBody, captureBody } from "@/lib/api/schemas/capture";
import { exampleOfReference, parseApprovalReference } from "@/lib/domain/approval-reference";
import { getEnv } from "@/lib/env";
import { AppError, isAppError } from "@/lib/errors";
import { handle } from "@/lib/http/handle";
import { bodyLimitBytes } from "@/lib/http/read-body";
import { captureApproval } from "@/lib/services/approvals/capture";
import { type CallOutcome, callNotes } from "@/lib/services/callers/call-notes";
import { getConnection } from "@/lib/services/connections/get";
import type { Ctx } from "@/lib/services/context";

/** An agent waits this long for "listed"; what takes longer is proven without it. */
const answerWithinMs = 500;

/** Agents hand over what they were answered; 202 means it is stored and will be looked at. */
export const capture = handle({
  access: "capture_key",
  body: captureBody,
  limitBytes: bodyLimitBytes,
  isCommandLine: true,
  status: 202,
  run: async ({ ctx, body }) => {
    if (body.test && !body.approval && body.url === undefined && body.id === undefined) {
      note(ctx, { outcome: "tested", agentName: body.agent?.name });
      return { id: null, state: "tested", url: `${getEnv().APP_URL}/settings/capture` };
    }
    const { id, state } = await captureApproval({
      ctx,
      input: {
        id: await idOf(ctx, body),
        told: body.approval ?? null,
        request: body.request ?? null,
        agent: body.agent ?? null,
        way: "capture",
      },
      answerWithinMs,
    });
    note(ctx, { outcome: state, agentName: body.agent?.name, approvalId: id });
    return { id, state, url: `${getEnv().APP_URL}/approvals/${encodeURIComponent(id)}` };
  },
  refused: ({ ctx }, error) => {
    if (isAppError(error)) note(ctx, { outcome: "refused", why: error.reason ?? error.code });
  },
});

/** For the settings page, where somebody may be watching for it. */
function note(
  ctx: Ctx,
  call: { outcome: CallOutcome; agentName?: string | null | undefined; why?: string; approvalId?: string },
): void {
  if (ctx.actor.kind !== "capture_key") return;
  const { outcome, agentName, why = null, approvalId = null } = call;
  callNotes(ctx.db).note({
    workspaceId: ctx.workspaceId,
    way: "capture",
    keyId: ctx.actor.keyId,
    agentName: agentName?.trim() ?? "",
    at: ctx.now,
    outcome,
    why,
    approvalId,
  });
}

async function idOf(ctx: Ctx, body: CaptureBody): Promise<string> {
  if (body.approval) return body.approval.id;
  if (body.url === undefined) return body.id ?? "";
  const connection = await getConnection({ ctx });
  if (!connection) throw new AppError("CONFLICT", { reason: "not_connected" });
  const reference = parseApprovalReference(body.url, connection.origin);
  if ("id" in reference) return reference.id;
  throw new AppError("BAD_REQUEST", {
    reason: reference.problem,
    details: { field: "url", example: exampleOfReference(connection.origin) },
  });
}
