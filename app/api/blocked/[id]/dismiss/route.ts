import { handle } from "@/lib/http/handle";
import { dismissBlocked } from "@/lib/services/blocked/dismiss";

export const POST = handle({
  access: "session",
  run: ({ ctx, params }) => dismissBlocked({ ctx, input: { id: params.id ?? "", isDismissed: true } }),
});
