import { describe, expect, it } from "vitest";
import { closeWorkspace } from "@/lib/services/installation/close-workspace";
import { moveMembers } from "@/lib/services/installation/move-members";
import { type AcceptInvitationInput, acceptInvitation } from "@/lib/services/invitations/accept";
import { createInvitation } from "@/lib/services/invitations/create";
import type { Link } from "@/lib/services/invitations/find-usable";
import { lookAtInvitation } from "@/lib/services/invitations/look";
import { revokeInvitation } from "@/lib/services/invitations/revoke";
import { actorOfSession } from "@/lib/services/people/actor-of-session";
import { authenticate } from "@/lib/services/people/authenticate";
import { getTeam } from "@/lib/services/team/get";
import { removeMember } from "@/lib/services/team/remove-member";
import { lockInstallation } from "@/lib/store/locks";
import { useTestDatabase } from "@/lib/testing/database";
import { makePerson } from "@/lib/testing/factories/make-person";
import { type MadeWorkspace, makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { tablesHolding } from "@/lib/testing/factories/tables-holding";
import { unique } from "@/lib/testing/factories/unique";

const database = useTestDatabase();
const origin = "http://127.0.0.1:1";
const password = "calm river over nine stones";
const dayMs = 24 * 3_600_000;
const later = (ms: number) => new Date(Date.now() + ms);
const newEmail = () => `${unique("robin")}@example.com`;

const workspace = () => makeWorkspace(database.db, { origin });

function invite(made: MadeWorkspace, more: { label?: string; personId?: string } = {}): Promise<Link> {
  const input = { role: "finance" as const, label: more.label ?? null, personId: more.personId ?? null };
  return createInvitation({ ctx: made.as("owner"), input });
}

function accept(link: Link, more: Partial<AcceptInvitationInput> = {}) {
  return acceptInvitation({
    db: database.db,
    now: new Date(),
    link,
    email: newEmail(),
    password,
    name: "Robin",
    timeZone: "Europe/Lisbon",
    address: "10.0.0.1",
    userAgent: null,
    ...more,
  });
}

const look = (link: Link, now = new Date()) => lookAtInvitation({ db: database.db, now, link });

const reasonOf = (outcome: Promise<unknown>) =>
  outcome.then(
    () => "done",
    (error: { reason?: string; code?: string }) => error.reason ?? error.code ?? "error",
  );

async function kindsOf(made: MadeWorkspace): Promise<string[]> {
  const { rows } = await database.pool.query<{ kind: string }>(
    "select kind from events where workspace_id = $1 order by id",
    [made.workspaceId],
  );
  return rows.map(({ kind }) => kind);
}

describe("an invitation", () => {
  it("lets one person in, as finance, signed in at once", async () => {
    const made = await workspace();
    const link = await invite(made, { label: "robin@example.com" });
    expect(await look(link)).toMatchObject({
      workspaceName: "Ada Owner",
      inviter: "Ada",
      role: "finance",
      returning: null,
      suggestedEmail: "robin@example.com",
    });
    const email = newEmail();
    const { personId, sessionId } = await accept(link, { email: ` ${email.toUpperCase()} ` });
    const found = await actorOfSession({ db: database.db, now: new Date(), sessionId });
    expect(found).toMatchObject({
      workspaceId: made.workspaceId,
      actor: { personId, role: "finance" },
      person: { email, name: "Robin", timeZone: "Europe/Lisbon" },
    });
    expect(await kindsOf(made)).toEqual(["invitation_made", "member_joined", "signed_in"]);
    const team = await getTeam({ ctx: made.as("owner") });
    expect(team.invitations).toMatchObject([{ state: "used", usedBy: "Robin", label: "robin@example.com" }]);
  });

  it("is kept as a hash alone, and its words outside the event", async () => {
    const made = await workspace();
    const label = unique("for Robin");
    const link = await invite(made, { label });
    expect(Buffer.from(link.secret, "base64url").length).toBe(32);
    expect(await tablesHolding(database.pool, link.secret)).toEqual([]);
    expect(await tablesHolding(database.pool, label)).toEqual([
      "countersign.event_texts",
      "countersign.invitations",
    ]);
  });

  it("has one winner of eight at once, and the others change nothing", async () => {
    const made = await workspace();
    const link = await invite(made);
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => reasonOf(accept(link))));
    expect(outcomes.filter((one) => one === "done").length).toBe(1);
    expect(outcomes.filter((one) => one === "invitation_used").length).toBe(7);
    expect((await getTeam({ ctx: made.owner })).members.length).toBe(2);
    expect((await kindsOf(made)).filter((kind) => kind === "member_joined").length).toBe(1);
  });

  it("ends after seven days, to the millisecond", async () => {
    const made = await workspace();
    const now = new Date();
    const at = (ms: number) => new Date(now.getTime() + ms);
    const input = { role: "finance" as const, label: null, personId: null };
    const link = await createInvitation({ ctx: made.as("owner", now), input });
    expect(await reasonOf(look(link, at(7 * dayMs - 1)))).toBe("done");
    expect(await reasonOf(look(link, at(7 * dayMs)))).toBe("invitation_expired");
    expect(await reasonOf(accept(link, { now: at(7 * dayMs) }))).toBe("invitation_expired");
    const team = await getTeam({ ctx: made.as("owner", at(7 * dayMs)) });
    expect(team.invitations[0]?.state).toBe("expired");
  });

  it("can be taken back until it is used", async () => {
    const made = await workspace();
    const [taken, used] = [await invite(made), await invite(made)];
    for (const _ of [1, 2]) await revokeInvitation({ ctx: made.as("owner"), input: { id: taken.id } });
    expect(await reasonOf(look(taken))).toBe("invitation_revoked");
    expect(await reasonOf(accept(taken))).toBe("invitation_revoked");
    await accept(used);
    expect(await reasonOf(revokeInvitation({ ctx: made.as("owner"), input: { id: used.id } }))).toBe(
      "invitation_used",
    );
    expect((await kindsOf(made)).filter((kind) => kind === "invitation_revoked").length).toBe(1);
  });

  it("is either used or taken back, whoever comes first", async () => {
    const made = await workspace();
    for (let round = 0; round < 4; round++) {
      const link = await invite(made);
      const [accepted, revoked] = await Promise.all([
        reasonOf(accept(link)),
        reasonOf(revokeInvitation({ ctx: made.as("owner"), input: { id: link.id } })),
      ]);
      expect(["done invitation_used", "invitation_revoked done"]).toContain(`${accepted} ${revoked}`);
    }
  });

  it("opens nothing with half of it, or with another's secret", async () => {
    const made = await workspace();
    const [one, other] = [await invite(made), await invite(made)];
    for (const link of [
      { id: one.id, secret: other.secret },
      { id: one.id, secret: "" },
      { id: "not an id", secret: one.secret },
      { id: one.id, secret: one.secret.slice(0, -1) },
    ]) {
      expect(await reasonOf(look(link))).toBe("invitation_unknown");
      expect(await reasonOf(accept(link))).toBe("invitation_unknown");
    }
  });

  it("stays whole when the password or the address is refused", async () => {
    const made = await workspace();
    const link = await invite(made);
    expect(await reasonOf(accept(link, { password: "password1234" }))).toBe("password_common");
    expect(await reasonOf(accept(link, { password: "eleven char" }))).toBe("password_short");
    const taken = await makePerson(database.db, (await workspace()).workspaceId, "finance");
    expect(await reasonOf(accept(link, { email: taken.email.toUpperCase() }))).toBe("email_taken");
    expect(await reasonOf(accept(link))).toBe("done");
  });

  it("is no way to ask who has an account: eleven taken addresses are too many, even at once", async () => {
    const made = await workspace();
    const link = await invite(made);
    const { email } = await makePerson(database.db, made.workspaceId, "finance");
    const outcomes = await Promise.all(Array.from({ length: 14 }, () => reasonOf(accept(link, { email }))));
    expect(outcomes.filter((one) => one === "email_taken").length).toBeLessThanOrEqual(10);
    expect(outcomes).toContain("too_many_tries");
    expect(await reasonOf(accept(link, { now: later(15 * 60_000) }))).toBe("done");
  });

  it("is the owner's alone to make and to take back, of their own workspace", async () => {
    const [made, other] = [await workspace(), await workspace()];
    const link = await invite(made);
    const input = { role: "finance" as const, label: null, personId: null };
    for (const role of ["finance", "viewer"] as const) {
      expect(await reasonOf(createInvitation({ ctx: made.as(role), input }))).toBe("not_permitted");
      expect(await reasonOf(revokeInvitation({ ctx: made.as(role), input: link }))).toBe("not_permitted");
    }
    expect(await reasonOf(revokeInvitation({ ctx: other.as("owner"), input: link }))).toBe("NOT_FOUND");
    expect(await reasonOf(look(link))).toBe("done");
  });

  it("is not made by somebody who was removed while asking, nor for a workspace everybody left", async () => {
    const [made, elsewhere] = [await workspace(), await workspace()];
    const input = { role: "finance" as const, label: null, personId: null };
    const ctx = made.as("owner");
    const move = "update members set workspace_id = $2 where workspace_id = $1";
    await database.pool.query(move, [made.workspaceId, elsewhere.workspaceId]);
    expect(await reasonOf(createInvitation({ ctx, input }))).toBe("workspace_moved");
    await database.pool.query("update members set removed_at = now() where workspace_id = $1", [
      elsewhere.workspaceId,
    ]);
    expect(await reasonOf(createInvitation({ ctx, input }))).toBe("not_permitted");
  });

  it("comes in a number that can be watched", async () => {
    const made = await workspace();
    for (let count = 0; count < 20; count++) await invite(made);
    expect(await reasonOf(invite(made))).toBe("too_many_invitations");
  });
});

describe("coming back after a removal", () => {
  async function removed(made: MadeWorkspace) {
    const email = newEmail();
    const { personId, sessionId } = await accept(await invite(made), { email });
    await removeMember({ ctx: made.as("owner"), input: { personId } });
    return { email, personId, sessionId };
  }

  it("is the same person, with a new password, no old session and the whole history", async () => {
    const made = await workspace();
    const { email, personId, sessionId } = await removed(made);
    const link = await invite(made, { personId });
    expect(await look(link)).toMatchObject({ returning: { email, name: "Robin" } });
    const back = await accept(link, { email, password: "quite another pass phrase", name: null });
    expect(back.personId).toBe(personId);
    const at = (id: string) => actorOfSession({ db: database.db, now: new Date(), sessionId: id });
    expect(await at(sessionId)).toBeNull();
    expect(await at(back.sessionId)).toMatchObject({ person: { name: "Robin" }, actor: { role: "finance" } });
    const signIn = (given: string) =>
      authenticate({
        db: database.db,
        now: new Date(),
        email,
        password: given,
        address: `10.1.${Math.floor(Math.random() * 256)}.7`,
        userAgent: null,
      });
    expect(await signIn(password)).toBeNull();
    expect(await signIn("quite another pass phrase")).not.toBeNull();
    const { rows } = await database.pool.query<{ kind: string }>(
      "select kind from events where subject_kind = 'person' and subject_id = $1 order by id",
      [personId],
    );
    expect(rows.map(({ kind }) => kind).slice(0, 5)).toEqual([
      "member_joined",
      "signed_in",
      "member_removed",
      "member_returned",
      "signed_in",
    ]);
  });

  it("wakes no session that was opened while they were being removed", async () => {
    const made = await workspace();
    const { email, personId } = await removed(made);
    const stray = await database.pool.query<{ id: string }>(
      `insert into sessions (id, person_id, created_at, last_used_at, expires_at)
       values (gen_random_uuid(), $1, now(), now(), now() + interval '1 day') returning id`,
      [personId],
    );
    await accept(await invite(made, { personId }), { email });
    const found = await actorOfSession({
      db: database.db,
      now: new Date(),
      sessionId: stray.rows[0]?.id ?? "",
    });
    expect(found).toBeNull();
  });

  it("is found by the address the owner wrote", async () => {
    const made = await workspace();
    const { email, personId } = await removed(made);
    const back = await accept(await invite(made, { label: ` ${email.toUpperCase()}` }), { email });
    expect(back.personId).toBe(personId);
  });

  it("takes a link made for them: no other hands over their place", async () => {
    const made = await workspace();
    const { email } = await removed(made);
    expect(await reasonOf(accept(await invite(made), { email }))).toBe("email_taken");
    const { email: theirs, personId } = await removed(made);
    const link = await invite(made, { personId });
    expect(await reasonOf(accept(link, { email: newEmail() }))).toBe("email_other");
    expect(await reasonOf(accept(link, { email: theirs }))).toBe("done");
  });

  it("happens once: other links made for them end, then and after a further removal", async () => {
    const made = await workspace();
    const { email, personId } = await removed(made);
    const [one, other] = [await invite(made, { personId }), await invite(made, { personId })];
    await accept(one, { email });
    expect(await reasonOf(accept(other, { email, password: "stolen link, new words" }))).toBe(
      "invitation_revoked",
    );
    await removeMember({ ctx: made.as("owner"), input: { personId } });
    expect(await reasonOf(accept(other, { email }))).toBe("invitation_revoked");
  });

  it("is for who was a member here, and is not one now", async () => {
    const [made, other] = [await workspace(), await workspace()];
    const { personId } = await removed(made);
    expect(await reasonOf(invite(other, { personId }))).toBe("NOT_FOUND");
    const { personId: present, email } = await makePerson(database.db, made.workspaceId, "finance");
    expect(await reasonOf(invite(made, { personId: present }))).toBe("already_member");
    expect(await reasonOf(invite(made, { label: email }))).toBe("already_member");
    // Whether somebody has an account elsewhere is not for this owner to find out.
    expect(await reasonOf(invite(other, { label: email }))).toBe("done");
  });
});

describe("when the team moves to another workspace", () => {
  async function move(from: MadeWorkspace, to: MadeWorkspace) {
    const [now, by] = [new Date(), { kind: "system" as const, id: "start" }];
    await database.db.transaction(async (tx) => {
      await lockInstallation(tx);
      await moveMembers(tx, { from: from.workspaceId, to: to.workspaceId, by, now });
      await closeWorkspace(tx, from.workspaceId, { now, movedTo: to.workspaceId, by });
    });
  }
  /** As the same owner, where they live now. */
  const nowAt = (from: MadeWorkspace, to: MadeWorkspace) => ({
    ...from.as("owner"),
    workspaceId: to.workspaceId,
  });

  it("ends open invitations: asked in to the sandbox is not asked in to the real account", async () => {
    const [sandbox, real] = [await workspace(), await workspace()];
    const [open, used] = [await invite(sandbox), await invite(sandbox)];
    const { personId } = await accept(used);
    await move(sandbox, real);
    expect(await reasonOf(look(open))).toBe("invitation_workspace_closed");
    expect(await reasonOf(accept(open))).toBe("invitation_workspace_closed");
    expect(await reasonOf(look(used))).toBe("invitation_used");
    const { rows } = await database.pool.query(
      "select data from events where kind = 'invitation_revoked' and subject_id = $1",
      [open.id],
    );
    expect(rows).toEqual([{ data: { why: "workspace_closed" } }]);
    const team = await getTeam({ ctx: nowAt(sandbox, real) });
    expect(team.members.map(({ id }) => id)).toContain(personId);
    // Not even when the workspace is opened once more.
    await database.pool.query("update workspaces set closed_at = null where id = $1", [sandbox.workspaceId]);
    expect(await reasonOf(accept(open))).toBe("invitation_revoked");
  });

  it("lets nobody in who was just accepting", async () => {
    for (let round = 0; round < 3; round++) {
      const [sandbox, real] = [await workspace(), await workspace()];
      const link = await invite(sandbox);
      const [outcome] = await Promise.all([reasonOf(accept(link)), move(sandbox, real)]);
      const { rows } = await database.pool.query(
        "select 1 from members where workspace_id = $1 and removed_at is null",
        [sandbox.workspaceId],
      );
      expect(rows, "nobody is left behind").toEqual([]);
      expect(["done", "invitation_workspace_closed"]).toContain(outcome);
    }
  });

  it("keeps those who were removed before within reach", async () => {
    const [sandbox, real] = [await workspace(), await workspace()];
    const email = newEmail();
    const { personId } = await accept(await invite(sandbox), { email });
    await removeMember({ ctx: sandbox.as("owner"), input: { personId } });
    await move(sandbox, real);
    const ctx = nowAt(sandbox, real);
    expect((await getTeam({ ctx })).removed.map(({ id }) => id)).toEqual([personId]);
    const input = { role: "finance" as const, label: null, personId };
    const back = await accept(await createInvitation({ ctx, input }), { email });
    const found = await actorOfSession({ db: database.db, now: new Date(), sessionId: back.sessionId });
    expect(found).toMatchObject({ workspaceId: real.workspaceId, actor: { personId } });
  });
});
