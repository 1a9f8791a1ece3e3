import { readDue } from "../approvals/expire-due";
import { settleApproval } from "../approvals/settle";
import type { Store } from "../state/store";

export type Colleague = { decline: (approvalId: string) => Promise<void> };

/** Somebody else who may decide for the account, at OpenTrain; what was decided meanwhile stays as it is. */
export function colleagueAt(store: Store): Colleague {
  return {
    decline: (approvalId) =>
      store.transact((tx) => {
        if (readDue(tx, approvalId).status === "pending") settleApproval(tx, approvalId, "declined");
      }),
  };
}
