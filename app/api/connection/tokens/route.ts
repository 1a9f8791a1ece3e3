import { connectBody } from "@/lib/api/schemas/connection";
import { getEnv } from "@/lib/env";
import { handle } from "@/lib/http/handle";
import { connectToken } from "@/lib/services/connections/connect";

export const POST = handle({
  access: "session",
  body: connectBody,
  run: ({ ctx, body }) => connectToken({ ctx, origin: getEnv().OPENTRAIN_API_BASE_URL, input: body }),
});
