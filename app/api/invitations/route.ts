import { invitationBody } from "@/lib/api/schemas/team";
import type { NewInvitation } from "@/lib/api/types";
import { getEnv } from "@/lib/env";
import { handle } from "@/lib/http/handle";
import { createInvitation } from "@/lib/services/invitations/create";

export const POST = handle({
  access: "session",
  body: invitationBody,
  status: 201,
  run: async ({ ctx, body }): Promise<NewInvitation> => {
    const { id, secret, expiresAt } = await createInvitation({
      ctx,
      input: { role: body.role, label: body.label || null, personId: body.personId ?? null },
    });
    // Behind the #, the secret reaches no log, no proxy and no Referer.
    const link = `${getEnv().APP_URL}/invite/${id}#${secret}`;
    return { id, link, expiresAt: expiresAt.toISOString() };
  },
});
