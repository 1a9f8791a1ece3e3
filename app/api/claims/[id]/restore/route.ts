import { parseIdOrNotFound } from "@/lib/api/schemas/approval-id";
import { handle } from "@/lib/http/handle";
import { dismissClaim } from "@/lib/services/claims/dismiss";

export const POST = handle({
  access: "session",
  run: ({ ctx, params }) =>
    dismissClaim({ ctx, input: { id: parseIdOrNotFound(params.id ?? ""), isDismissed: false } }),
});
