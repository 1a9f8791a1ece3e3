import { invitationSeenJson } from "@/lib/api/schemas/answers/team";
import { invitationSecretBody } from "@/lib/api/schemas/team";
import { seeInvitation } from "@/lib/auth/join-team";
import { handle } from "@/lib/http/handle";

/** By POST, since the secret must stand in no address; it changes nothing. */
export const POST = handle({
  access: "public",
  body: invitationSecretBody,
  run: async ({ body, params, whoIsIn }) => {
    const seen = await seeInvitation({ id: params.id ?? "", secret: body.secret });
    const signedIn = await whoIsIn();
    const you = signedIn && {
      email: signedIn.person.email,
      isMember: signedIn.ctx.workspaceId === seen.workspaceId,
    };
    return invitationSeenJson(seen, you);
  },
});
