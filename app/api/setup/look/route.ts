import { setupLinkBody } from "@/lib/api/schemas/setup";
import { lookAtSetupLink } from "@/lib/auth/setup-state";
import { handle } from "@/lib/http/handle";

export const POST = handle({
  access: "public",
  body: setupLinkBody,
  run: ({ body }) => lookAtSetupLink(body.secret),
});
