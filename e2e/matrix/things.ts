import type { Db } from "@/lib/store/pool";
import { insertApprovalRow } from "@/lib/testing/factories/insert-approval";
import { insertBlockedRow } from "@/lib/testing/factories/insert-blocked";
import { insertCaptureKeyRow } from "@/lib/testing/factories/insert-capture-key";
import { insertClaimRow } from "@/lib/testing/factories/insert-claim";
import { insertContractRow } from "@/lib/testing/factories/insert-contract";
import { insertToken } from "@/lib/testing/factories/insert-token";
import { makeInvitation } from "@/lib/testing/factories/make-invitation";
import { makePerson } from "@/lib/testing/factories/make-person";
import type { MadeWorkspace } from "@/lib/testing/factories/make-workspace";

/** Makes one of what an address can name, in a workspace, and gives back its id. */
const makers = {
  approval: async (db: Db, made: MadeWorkspace) => (await insertApprovalRow(db, made)).id,
  token: async (db: Db, made: MadeWorkspace) => (await insertToken(db, made)).id,
  member: async (db: Db, { workspaceId }: MadeWorkspace) =>
    (await makePerson(db, workspaceId, "finance")).personId,
  invitation: async (db: Db, made: MadeWorkspace) => (await makeInvitation(db, made)).id,
  capture_key: async (db: Db, { workspaceId }: MadeWorkspace) =>
    (await insertCaptureKeyRow(db, workspaceId)).id,
  claim: async (db: Db, { workspaceId }: MadeWorkspace) => (await insertClaimRow(db, workspaceId)).id,
  blocked: async (db: Db, made: MadeWorkspace) => (await insertBlockedRow(db, made)).id,
  contract: async (db: Db, made: MadeWorkspace) => (await insertContractRow(db, made)).id,
};

export type Thing = keyof typeof makers;

export function makeThing(thing: Thing, db: Db, made: MadeWorkspace): Promise<string> {
  return makers[thing](db, made);
}

/** An id of the right shape that is nowhere. */
export function idOfNothing(like: string): string {
  return like.replace(/[0-9a-z](?=[^0-9a-z]*$)/, (last) => (last === "0" ? "1" : "0"));
}
