import { acceptBody } from "@/lib/api/schemas/team";
import { joinTeam, seeInvitation } from "@/lib/auth/join-team";
import { AppError } from "@/lib/errors";
import { handle } from "@/lib/http/handle";

export const POST = handle({
  access: "public",
  body: acceptBody,
  run: async ({ body, params, address, userAgent, cookies, whoIsIn }) => {
    const { secret, ...newcomer } = body;
    const link = { id: params.id ?? "", secret };
    await seeInvitation(link);
    // Whoever is signed in would silently become somebody else.
    if (await whoIsIn()) throw new AppError("CONFLICT", { reason: "signed_in" });
    cookies.push(await joinTeam({ ...newcomer, link, address, userAgent }));
    return { signedIn: true };
  },
});
