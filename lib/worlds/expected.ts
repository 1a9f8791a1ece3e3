import { ask, type TrueApproval, type Truth } from "@/lib/worlds/open-sandbox";
import type { World } from "@/lib/worlds/world";

type Standing = "open" | "confirmed" | "declined" | "lapsed" | "superseded";

const toleranceMs = 1000;

/** The requests an inbox can know of: what was handed over to it, and what the feed has named. */
export async function knowable(world: World, { approvals }: Truth): Promise<TrueApproval[]> {
  const { handedOver, sandbox, account } = world;
  const named = new Set(await namedByTheFeed(sandbox.origin, account.tokens.owner));
  return approvals.filter(({ id }) => handedOver.has(id) || named.has(id));
}

async function namedByTheFeed(origin: string, token: string): Promise<unknown[]> {
  const named: unknown[] = [];
  for (let cursor = ""; ; ) {
    const { body } = await ask("GET", `${origin}/api/public/v1/updates?limit=200${cursor}`, token);
    const page = body as unknown as {
      events: { data: { approvalId?: string } }[];
      nextCursor: string;
      hasMore: boolean;
    };
    named.push(...page.events.map(({ data }) => data.approvalId));
    if (!page.hasMore) return named;
    cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`;
  }
}

/** When it was settled or ran out, whichever was earlier. */
export function endOf({ resolvedAt, expiresAt }: TrueApproval): number {
  return Math.min(
    resolvedAt === null ? Number.POSITIVE_INFINITY : Date.parse(resolvedAt),
    Date.parse(expiresAt),
  );
}

/** How one stands in the eyes of somebody who knows these requests and no others. */
export function standingIn(known: TrueApproval[], approval: TrueApproval): Standing {
  if (approval.status === "confirmed") return "confirmed";
  const isReplaced =
    approval.type === "proposal_hire" &&
    known.some(
      (other) =>
        other.type === "proposal_hire" &&
        other.proposalId === approval.proposalId &&
        Date.parse(other.createdAt) > Date.parse(approval.createdAt) &&
        Date.parse(other.createdAt) <= endOf(approval) + toleranceMs,
    );
  if (isReplaced) return "superseded";
  if (approval.status === "pending") return "open";
  return approval.status === "declined" ? "declined" : "lapsed";
}

/** `missed`: the ids of those that were not on the list in time. */
export type Counted = { settled: number; seenFirst: number; missed: string[] };

/** Of the requests OpenTrain has settled, how many were on the list before. Counted by what was seen there. */
export function countCoverage(world: World, known: TrueApproval[]): Counted {
  const counted = known.filter((one) => {
    const standing = standingIn(known, one);
    return standing !== "open" && standing !== "superseded";
  });
  const missed = counted
    .filter((one) => (world.seenAt.get(one.id) ?? Number.POSITIVE_INFINITY) >= endOf(one))
    .map(({ id }) => id);
  return { settled: counted.length, seenFirst: counted.length - missed.length, missed: missed.toSorted() };
}
