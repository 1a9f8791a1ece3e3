import type { Approval } from "@/lib/api/types";
import { type Kind, kindOf } from "@/lib/domain/consequences";
import { foldText } from "@/lib/domain/fold-text";
import type { ApprovalSort } from "@/lib/domain/listing/listing";
import { type InboxSearch, orderIn } from "./address";

/** The list as the API would narrow and order it, without asking: everything that waits is here already. */
export function narrowed(approvals: readonly Approval[], search: InboxSearch): readonly Approval[] {
  const isShown = matcherOf(search);
  const found = approvals.filter(isShown);
  return orderIn(search) === "expires" ? found : ordered(found, orderIn(search));
}

/** `but`: as if nothing were asked of the kind. */
export function matcherOf(
  { types, isOther, contractId, agent, q }: InboxSearch,
  but: "kind" | null = null,
): (approval: Approval) => boolean {
  const words = q === null ? [] : q.split(" ").map(foldText);
  return (approval) => {
    if (but !== "kind") {
      if (types !== null && !types.some((type) => type === approval.type)) return false;
      if (isOther && kindOf(approval.type) !== "unknown") return false;
    }
    if (contractId !== null && approval.contractId !== contractId) return false;
    if (agent !== null && agentOf(approval) !== agent) return false;
    return q === null || isFoundBy(approval, q, words);
  };
}

/** What a request's agent is called: by its own name, else by its token's. */
export function agentOf({
  agent,
}: {
  agent: { name: string | null; tokenLabel: string | null } | null;
}): string | null {
  return agent?.name ?? agent?.tokenLabel ?? null;
}

export function countByKind(approvals: readonly Pick<Approval, "type">[]): Record<Kind, number> {
  const counts: Record<Kind, number> = { hire: 0, fund: 0, release: 0, end: 0, unknown: 0 };
  for (const { type } of approvals) counts[kindOf(type)] += 1;
  return counts;
}

/** Every word somewhere in its names, or the whole of it as an id, as the API finds. */
function isFoundBy(approval: Approval, q: string, words: readonly string[]): boolean {
  const names = namesOf(approval);
  if (words.every((word) => names.includes(word))) return true;
  const { id, contractId, milestoneId, jobId, proposalId, counterpartyId } = approval;
  return [id, contractId, milestoneId, jobId, proposalId, counterpartyId].includes(q);
}

/** Folded once: while somebody types, the same requests are looked through again and again. */
const kept = new WeakMap<Approval, string>();

function namesOf(approval: Approval): string {
  const before = kept.get(approval);
  if (before !== undefined) return before;
  const { counterparty, contractTitle, milestoneName, jobTitle, recordedTerms, toldTerms } = approval;
  const names = [
    counterparty,
    contractTitle,
    milestoneName,
    jobTitle,
    recordedTerms?.name,
    toldTerms?.name,
    approval.confirmedTerms?.name,
    approval.agent?.name,
    approval.agent?.tokenLabel,
  ];
  const folded = foldText(names.filter((name) => name !== null && name !== undefined).join(" "));
  kept.set(approval, folded);
  return folded;
}

/** What is not known comes last either way; ties go by id, in the same direction. */
function ordered(approvals: readonly Approval[], sort: ApprovalSort): Approval[] {
  const sign = sort.startsWith("-") ? -1 : 1;
  const placeOf = PLACES[sort.replace("-", "") as keyof typeof PLACES];
  return approvals.toSorted((a, b) => {
    const [first, second] = [placeOf(a), placeOf(b)];
    if (first === null || second === null) {
      if (first !== second) return first === null ? 1 : -1;
    } else if (first !== second) return first < second ? -sign : sign;
    return a.id < b.id ? -sign : sign;
  });
}

const PLACES: Record<"expires" | "resolved" | "created" | "amount", (one: Approval) => number | null> = {
  expires: ({ expiresAt }) => timeOf(expiresAt),
  resolved: ({ resolvedAt }) => timeOf(resolvedAt),
  created: ({ createdAt }) => timeOf(createdAt),
  amount: ({ money }) => money.totalCents,
};

function timeOf(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant);
}
