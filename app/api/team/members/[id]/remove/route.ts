import { handle } from "@/lib/http/handle";
import { removeMember } from "@/lib/services/team/remove-member";

export const POST = handle({
  access: "session",
  run: ({ ctx, params }) => removeMember({ ctx, input: { personId: params.id ?? "" } }),
});
