import { newPasswordBody } from "@/lib/api/schemas/setup";
import { takeNewPassword } from "@/lib/auth/take-new-password";
import { handle } from "@/lib/http/handle";

export const POST = handle({
  access: "public",
  body: newPasswordBody,
  run: async ({ body, address, userAgent, cookies }) => {
    cookies.push(await takeNewPassword({ ...body, address, userAgent }));
    return { signedIn: true };
  },
});
