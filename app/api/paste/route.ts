import { pasteBody } from "@/lib/api/schemas/paste";
import { handle } from "@/lib/http/handle";
import { bodyLimitBytes } from "@/lib/http/read-body";
import { pasteApprovals } from "@/lib/services/approvals/paste";

export const POST = handle({
  access: "session",
  body: pasteBody,
  limitBytes: bodyLimitBytes,
  run: ({ ctx, body }) => pasteApprovals({ ctx, input: body }),
});
