import { replaceTokenBody } from "@/lib/api/schemas/connection";
import { getEnv } from "@/lib/env";
import { handle } from "@/lib/http/handle";
import { replaceToken } from "@/lib/services/connections/replace-token";

export const POST = handle({
  access: "session",
  body: replaceTokenBody,
  run: ({ ctx, params, body }) =>
    replaceToken({
      ctx,
      origin: getEnv().OPENTRAIN_API_BASE_URL,
      input: { id: params.id ?? "", token: body.token },
    }),
});
