import { handle } from "@/lib/http/handle";
import { revokeInvitation } from "@/lib/services/invitations/revoke";

export const POST = handle({
  access: "session",
  run: ({ ctx, params }) => revokeInvitation({ ctx, input: { id: params.id ?? "" } }),
});
