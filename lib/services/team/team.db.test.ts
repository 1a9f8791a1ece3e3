import { describe, expect, it } from "vitest";
import { actorOfSession } from "@/lib/services/people/actor-of-session";
import { getTeam } from "@/lib/services/team/get";
import { removeMember } from "@/lib/services/team/remove-member";
import { useTestDatabase } from "@/lib/testing/database";
import { makeInvitation } from "@/lib/testing/factories/make-invitation";
import { makePerson } from "@/lib/testing/factories/make-person";
import { type MadeWorkspace, makeWorkspace } from "@/lib/testing/factories/make-workspace";

const database = useTestDatabase();
const workspace = () => makeWorkspace(database.db, { origin: "http://127.0.0.1:1" });
const personOf = ({ owner }: MadeWorkspace) => (owner.actor.kind === "person" ? owner.actor.personId : "");

const remove = (made: MadeWorkspace, personId: string) =>
  removeMember({ ctx: made.as("owner"), input: { personId } });
const isAlive = async (sessionId: string) =>
  (await actorOfSession({ db: database.db, now: new Date(), sessionId })) !== null;

async function eventsAbout(personId: string) {
  const { rows } = await database.pool.query<{ kind: string; actor_id: string; data: object }>(
    "select kind, actor_id, data from events where subject_kind = 'person' and subject_id = $1 order by id",
    [personId],
  );
  return rows;
}

describe("removing a teammate", () => {
  it("ends every session of theirs on the next request, and nobody else's", async () => {
    const made = await workspace();
    const [robin, kim] = [
      await makePerson(database.db, made.workspaceId, "finance"),
      await makePerson(database.db, made.workspaceId, "finance"),
    ];
    expect(await isAlive(robin.sessionId)).toBe(true);
    for (const _ of [1, 2]) await remove(made, robin.personId);
    expect(await isAlive(robin.sessionId)).toBe(false);
    expect(await isAlive(kim.sessionId)).toBe(true);
    const { rows } = await database.pool.query("select revoked_at from sessions where person_id = $1", [
      robin.personId,
    ]);
    expect(rows.every(({ revoked_at }) => revoked_at !== null)).toBe(true);
    expect(await eventsAbout(robin.personId)).toEqual([
      { kind: "member_removed", actor_id: personOf(made), data: { role: "finance", sessions: 1 } },
    ]);
    const team = await getTeam({ ctx: made.owner });
    expect(team.members.map(({ id }) => id)).not.toContain(robin.personId);
    expect(team.removed.map(({ id }) => id)).toEqual([robin.personId]);
  });

  it("never takes the last owner, even of two who remove each other at once", async () => {
    const made = await workspace();
    await expect(remove(made, personOf(made))).rejects.toMatchObject({ reason: "last_owner" });
    const second = await makePerson(database.db, made.workspaceId, "owner");
    const asSecond = { ...made.as("owner"), actor: { ...made.owner.actor, personId: second.personId } };
    const outcomes = await Promise.allSettled([
      remove(made, second.personId),
      removeMember({ ctx: asSecond as typeof made.owner, input: { personId: personOf(made) } }),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled").length).toBe(1);
    const { rows } = await database.pool.query(
      "select 1 from members where workspace_id = $1 and removed_at is null",
      [made.workspaceId],
    );
    expect(rows.length).toBe(1);
  });

  it("is the owner's alone, and reaches nobody of another workspace", async () => {
    const [made, other] = [await workspace(), await workspace()];
    const robin = await makePerson(database.db, made.workspaceId, "finance");
    const input = { personId: robin.personId };
    for (const role of ["finance", "viewer"] as const) {
      await expect(removeMember({ ctx: made.as(role), input })).rejects.toMatchObject({
        reason: "not_permitted",
      });
    }
    await expect(remove(other, robin.personId)).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(remove(made, "no id")).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await isAlive(robin.sessionId)).toBe(true);
  });
});

describe("the team", () => {
  it("tells the owner who was here last and who was invited; others only who is here", async () => {
    const made = await workspace();
    const robin = await makePerson(database.db, made.workspaceId, "finance");
    const gone = await makePerson(database.db, made.workspaceId, "finance", { isRemoved: true });
    await makeInvitation(database.db, made);
    const seen = await getTeam({ ctx: made.owner });
    expect(seen).toMatchObject({ canManage: true, removed: [{ id: gone.personId }] });
    expect(seen.invitations).toMatchObject([{ state: "open", role: "finance" }]);
    expect(seen.members.find(({ id }) => id === robin.personId)?.lastUsedAt).toBeInstanceOf(Date);
    expect(seen.members.map(({ canBeRemoved }) => canBeRemoved)).toEqual([false, true]);
    const read = await getTeam({ ctx: made.as("finance") });
    expect(read).toMatchObject({ canManage: false, removed: [], invitations: [] });
    expect(read.members.map(({ id }) => id)).toEqual(seen.members.map(({ id }) => id));
    expect(read.members.every(({ lastUsedAt, canBeRemoved }) => !lastUsedAt && !canBeRemoved)).toBe(true);
  });

  it("is one workspace's", async () => {
    const [made, other] = [await workspace(), await workspace()];
    await makePerson(database.db, other.workspaceId, "finance");
    expect((await getTeam({ ctx: made.owner })).members.length).toBe(1);
    await expect(getTeam({ ctx: made.agent() })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });
});
