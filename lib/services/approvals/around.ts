import type { Around, UnreadKind } from "@/lib/domain/records";
import { findBudget } from "@/lib/store/contracts/budgets";
import { findContractRow } from "@/lib/store/contracts/rows";
import { findJob, findMilestone, findProposal } from "@/lib/store/contracts/surroundings";
import { findCredits } from "@/lib/store/credits";
import type { Db } from "@/lib/store/pool";
import type { ApprovalRow } from "@/lib/store/schema";
import { findUnread, ONLY } from "@/lib/store/unread";

/** A milestone comes with its contract, and so does the budget: what keeps us from one keeps us from the other. */
const readWith: Record<Around["what"], UnreadKind> = {
  contract: "contract",
  milestone: "contract",
  budget: "contract",
  proposal: "proposal",
  job: "jobs",
  credits: "credits",
};

/** What lies around one request that we know or should know, each with its age or why it is not known. */
export async function aroundOf(db: Db, row: ApprovalRow): Promise<Around[]> {
  const { workspaceId, contractId, milestoneId, proposalId, jobId } = row;
  const parts: Pick<Around, "what" | "id" | "readAt">[] = [];
  const add = (what: Around["what"], id: string | null, known: { readAt: Date } | null) =>
    parts.push({ what, id, readAt: known?.readAt ?? null });
  if (contractId !== null) {
    add("contract", contractId, await findContractRow(db, workspaceId, contractId));
    add("budget", contractId, await findBudget(db, workspaceId, contractId));
  }
  if (milestoneId !== null) add("milestone", milestoneId, await findMilestone(db, workspaceId, milestoneId));
  if (proposalId !== null) add("proposal", proposalId, await findProposal(db, workspaceId, proposalId));
  if (jobId !== null) add("job", jobId, await findJob(db, workspaceId, jobId));
  if (row.moneyKind === "charge") add("credits", null, await findCredits(db, workspaceId));
  const unread = await findUnread(
    db,
    workspaceId,
    parts.map(({ what, id }) => ({ kind: readWith[what], id: idOf(what, id, contractId) })),
  );
  return parts.map((part) => {
    const kind = readWith[part.what];
    const failed = unread.find((one) => one.kind === kind && one.id === idOf(part.what, part.id, contractId));
    return { ...part, unread: failed ? { code: failed.why, since: failed.since } : null };
  });
}

function idOf(what: Around["what"], id: string | null, contractId: string | null): string {
  const kind = readWith[what];
  return kind === "jobs" || kind === "credits" ? ONLY : ((kind === "contract" ? contractId : id) ?? ONLY);
}
