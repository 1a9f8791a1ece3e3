import { pasteBody } from "@/lib/api/schemas/paste";
import { handle } from "@/lib/http/handle";
import { pasteApprovals } from "@/lib/services/approvals/paste";

export const POST = handle({
  access: "session",
  body: pasteBody,
  run: ({ ctx, body }) => pasteApprovals({ ctx, input: body }),
});
