import { and, eq, inArray } from "drizzle-orm";
import type { Action, Subject, UnreadKind } from "@/lib/domain/records";
import type { Db } from "@/lib/store/pool";
import { contracts, jobs, milestones, proposals } from "@/lib/store/schema";
import { findUnread } from "@/lib/store/unread";

type About = { action: Action; subjectId: string };

/** What keeps us from the thing that is asked about, under which name it is noted. */
export const UNREAD_KIND: Record<Action, UnreadKind> = {
  hire: "proposal",
  fund: "milestone",
  release: "milestone",
  end: "contract",
};

const nothingKnown: Subject = {
  name: null,
  counterparty: null,
  jobTitle: null,
  contractTitle: null,
  amountCents: null,
  amountUnreadable: null,
  readAt: null,
  unread: null,
};

/** What the things asked about are, as OpenTrain told it; of what nobody may read, why. */
export async function subjectsOf(
  db: Db,
  workspaceId: string,
  about: About[],
): Promise<(one: About) => Subject> {
  const known = new Map<string, Subject>();
  for (const [id, subject] of await ofProposals(db, workspaceId, idsOf(about, "hire")))
    known.set(keyOf({ action: "hire", subjectId: id }), subject);
  for (const [id, subject] of await ofMilestones(db, workspaceId, idsOf(about, "fund", "release")))
    for (const action of ["fund", "release"] as const) known.set(keyOf({ action, subjectId: id }), subject);
  for (const [id, subject] of await ofContracts(db, workspaceId, idsOf(about, "end")))
    known.set(keyOf({ action: "end", subjectId: id }), subject);
  const missing = about.filter((one) => !known.has(keyOf(one)));
  const unread = await findUnread(
    db,
    workspaceId,
    missing.map(({ action, subjectId }) => ({ kind: UNREAD_KIND[action], id: subjectId })),
  );
  return (one) => {
    const found = known.get(keyOf(one));
    if (found) return found;
    const failed = unread.find(({ kind, id }) => kind === UNREAD_KIND[one.action] && id === one.subjectId);
    return { ...nothingKnown, unread: failed ? { code: failed.why, since: failed.since } : null };
  };
}

const keyOf = ({ action, subjectId }: About) => `${action} ${subjectId}`;

function idsOf(about: About[], ...actions: Action[]): string[] {
  return [
    ...new Set(about.filter(({ action }) => actions.includes(action)).map(({ subjectId }) => subjectId)),
  ];
}

async function ofProposals(db: Db, workspaceId: string, ids: string[]): Promise<[string, Subject][]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ proposal: proposals, jobTitle: jobs.title })
    .from(proposals)
    .leftJoin(jobs, and(eq(jobs.workspaceId, proposals.workspaceId), eq(jobs.id, proposals.jobId)))
    .where(and(eq(proposals.workspaceId, workspaceId), inArray(proposals.id, ids)));
  return rows.map(({ proposal: { id, candidateName, jobTitle, readAt }, jobTitle: listed }) => [
    id,
    { ...nothingKnown, name: candidateName, jobTitle: jobTitle ?? listed, readAt },
  ]);
}

async function ofMilestones(db: Db, workspaceId: string, ids: string[]): Promise<[string, Subject][]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ milestone: milestones, contract: contracts, jobTitle: jobs.title })
    .from(milestones)
    .leftJoin(
      contracts,
      and(eq(contracts.workspaceId, milestones.workspaceId), eq(contracts.id, milestones.contractId)),
    )
    .leftJoin(jobs, and(eq(jobs.workspaceId, milestones.workspaceId), eq(jobs.id, contracts.jobId)))
    .where(and(eq(milestones.workspaceId, workspaceId), inArray(milestones.id, ids)));
  return rows.map(
    ({ milestone: { id, name, amountCents, amountUnreadable, readAt }, contract, jobTitle }) => [
      id,
      {
        ...nothingKnown,
        name,
        counterparty: contract?.freelancerName ?? null,
        jobTitle,
        contractTitle: contract?.title ?? null,
        amountCents,
        amountUnreadable,
        readAt,
      },
    ],
  );
}

async function ofContracts(db: Db, workspaceId: string, ids: string[]): Promise<[string, Subject][]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({ contract: contracts, jobTitle: jobs.title })
    .from(contracts)
    .leftJoin(jobs, and(eq(jobs.workspaceId, contracts.workspaceId), eq(jobs.id, contracts.jobId)))
    .where(and(eq(contracts.workspaceId, workspaceId), inArray(contracts.id, ids)));
  return rows.map(({ contract: { id, title, freelancerName, readAt }, jobTitle }) => [
    id,
    { ...nothingKnown, name: title, counterparty: freelancerName, jobTitle, contractTitle: title, readAt },
  ]);
}
