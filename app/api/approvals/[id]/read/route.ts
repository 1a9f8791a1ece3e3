import { parseIdOrNotFound } from "@/lib/api/schemas/approval-id";
import { handle } from "@/lib/http/handle";
import { requestRead } from "@/lib/services/approvals/request-read";

export const POST = handle({
  access: "session",
  status: 202,
  run: async ({ ctx, params }) => {
    await requestRead({ ctx, input: { id: parseIdOrNotFound(params.id ?? "") } });
    return { asked: true };
  },
});
