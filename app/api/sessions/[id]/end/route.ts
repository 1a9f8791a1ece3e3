import { handle } from "@/lib/http/handle";
import { endOwnSession } from "@/lib/services/people/end-own-session";

export const POST = handle({
  access: "session",
  run: ({ ctx, params }) => endOwnSession({ ctx, input: { id: params.id ?? "" } }),
});
