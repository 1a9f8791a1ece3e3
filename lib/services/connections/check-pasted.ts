import { AppError } from "@/lib/errors";
import { type Account, type AccountProblem, askAccount } from "@/lib/services/connections/ask-account";
import { forgiveCheck, limitChecks } from "@/lib/services/connections/limit-checks";
import type { Ctx } from "@/lib/services/context";

const refusals: Record<AccountProblem, () => AppError> = {
  refused: () => ofToken("token_refused"),
  scope: () => ofToken("token_scope"),
  account: () => ofToken("token_account"),
  unreachable: () => new AppError("UNAVAILABLE", { reason: "opentrain_unreachable" }),
  garbled: () => new AppError("UNAVAILABLE", { reason: "opentrain_garbled" }),
};

/** Other secrets of OpenTrain's that look alike; they are not sent anywhere to find out. */
const otherSecrets = /^(ot_clm_|ot_cat_|ot_ptk_|whsec_)/;

/** Whose token it is, before anything is stored. Nothing of a token that will not do is kept anywhere. */
export async function checkPasted({ db, actor, now }: Ctx, origin: string, token: string): Promise<Account> {
  if (actor.kind !== "person") throw new AppError("FORBIDDEN", { reason: "not_permitted" });
  if (otherSecrets.test(token)) throw ofToken("token_kind");
  await limitChecks(db, actor.personId, now);
  const asked = await askAccount(origin, token);
  if ("account" in asked) return asked.account;
  const { problem } = asked;
  if (problem === "unreachable" || problem === "garbled") await forgiveCheck(db, actor.personId, now);
  throw refusals[problem]();
}

function ofToken(reason: string): AppError {
  return new AppError("BAD_REQUEST", { reason, details: { field: "token" } });
}
