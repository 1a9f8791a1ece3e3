import { passwordBody } from "@/lib/api/schemas/team";
import { handle } from "@/lib/http/handle";
import { changePassword } from "@/lib/services/people/change-password";

export const POST = handle({
  access: "session",
  body: passwordBody,
  run: ({ ctx, body, address }) => changePassword({ ctx, input: { ...body, address } }),
});
