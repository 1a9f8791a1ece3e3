import { setupBody } from "@/lib/api/schemas/setup";
import { becomeOwner } from "@/lib/auth/become-owner";
import { handle } from "@/lib/http/handle";

export const POST = handle({
  access: "public",
  body: setupBody,
  run: async ({ body, address, userAgent, cookies }) => {
    cookies.push(await becomeOwner({ ...body, address, userAgent }));
    return { signedIn: true };
  },
});
