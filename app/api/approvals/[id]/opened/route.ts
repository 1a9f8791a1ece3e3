import { parseIdOrNotFound } from "@/lib/api/schemas/approval-id";
import { handle } from "@/lib/http/handle";
import { noteOpenedToConfirm } from "@/lib/services/approvals/note-opened";

export const POST = handle({
  access: "session",
  run: async ({ ctx, params }) => {
    await noteOpenedToConfirm({ ctx, input: { id: parseIdOrNotFound(params.id ?? "") } });
  },
});
