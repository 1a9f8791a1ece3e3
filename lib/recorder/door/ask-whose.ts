import { ProcessBudget } from "@/lib/opentrain/call-budget";
import { OpenTrainClient } from "@/lib/opentrain/client";
import type { AskWhose } from "@/lib/recorder/door/token-accounts";
import { limits } from "@/lib/recorder/limits";

/** Asked with the agent's own token, of the one upstream it is for. */
export const askWhose: AskWhose = async (origin, token) => {
  const client = new OpenTrainClient({
    origin,
    token,
    fetch,
    now: Date.now,
    timeoutMs: limits.accountMs,
    budgetMs: limits.accountMs,
    budget: new ProcessBudget(),
  });
  const answer = await client.getMe();
  return answer.ok ? { accountKey: answer.value.accountKey } : { failure: answer.failure };
};
