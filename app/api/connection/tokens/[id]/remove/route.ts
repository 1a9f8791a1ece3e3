import { handle } from "@/lib/http/handle";
import { removeToken } from "@/lib/services/connections/remove-token";

export const POST = handle({
  access: "session",
  run: ({ ctx, params }) => removeToken({ ctx, input: { id: params.id ?? "" } }),
});
