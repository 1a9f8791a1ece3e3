import { type CaptureBody, captureBody } from "@/lib/api/schemas/capture";
import { exampleOfReference, parseApprovalReference } from "@/lib/domain/approval-reference";
import { getEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { handle } from "@/lib/http/handle";
import { bodyLimitBytes } from "@/lib/http/read-body";
import { captureApproval } from "@/lib/services/approvals/capture";
import { getConnection } from "@/lib/services/connections/get";
import type { Ctx } from "@/lib/services/context";

/** Agents hand over what they were answered; 202 means it is stored and will be looked at. */
export const capture = handle({
  access: "capture_key",
  body: captureBody,
  limitBytes: bodyLimitBytes,
  isCommandLine: true,
  status: 202,
  run: async ({ ctx, body }) => {
    const { id, state } = await captureApproval({
      ctx,
      input: {
        id: await idOf(ctx, body),
        told: body.approval ?? null,
        request: body.request ?? null,
        agent: body.agent ?? null,
        way: "capture",
      },
    });
    return { id, state, url: `${getEnv().APP_URL}/approvals/${encodeURIComponent(id)}` };
  },
});

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
