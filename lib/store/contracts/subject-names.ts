import { and, eq, inArray } from "drizzle-orm";
import type { Action } from "@/lib/domain/actions";
import type { Db } from "@/lib/store/pool";
import { contracts, milestones, proposals } from "@/lib/store/schema";

type About = { action: Action; subjectId: string };

/** What the things asked about are called, by action and id; without the ones nobody ever read. */
export async function subjectNames(
  db: Db,
  workspaceId: string,
  about: About[],
): Promise<(one: About) => string | null> {
  const idsOf = (...actions: Action[]) => [
    ...new Set(about.filter(({ action }) => actions.includes(action)).map(({ subjectId }) => subjectId)),
  ];
  const [people, steps, whole] = [idsOf("hire"), idsOf("fund", "release"), idsOf("end")];
  const names = new Map<string, string | null>();
  if (people.length > 0) {
    const rows = await db
      .select()
      .from(proposals)
      .where(and(eq(proposals.workspaceId, workspaceId), inArray(proposals.id, people)));
    for (const row of rows) names.set(`hire ${row.id}`, row.candidateName ?? row.jobTitle);
  }
  if (steps.length > 0) {
    const rows = await db
      .select({ id: milestones.id, name: milestones.name })
      .from(milestones)
      .where(and(eq(milestones.workspaceId, workspaceId), inArray(milestones.id, steps)));
    for (const { id, name } of rows) names.set(`fund ${id}`, name).set(`release ${id}`, name);
  }
  if (whole.length > 0) {
    const rows = await db
      .select({ id: contracts.id, title: contracts.title })
      .from(contracts)
      .where(and(eq(contracts.workspaceId, workspaceId), inArray(contracts.id, whole)));
    for (const { id, title } of rows) names.set(`end ${id}`, title);
  }
  return ({ action, subjectId }) => names.get(`${action} ${subjectId}`) ?? null;
}
