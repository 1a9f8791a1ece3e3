import { expect, it } from "vitest";
import { DEFAULT_PREFERENCES } from "@/lib/domain/preferences";
import type { Ctx } from "@/lib/services/context";
import { actorOfSession } from "@/lib/services/people/actor-of-session";
import { setPreferences } from "@/lib/services/people/set-preferences";
import { useTestDatabase } from "@/lib/testing/database";
import { makePerson } from "@/lib/testing/factories/make-person";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";

const database = useTestDatabase();
const now = new Date("2026-11-21T12:00:00.000Z");

async function person(role: "owner" | "finance" | "viewer" = "finance") {
  const { workspaceId } = await makeWorkspace(database.db, { origin: "http://127.0.0.1:1" });
  const { personId, sessionId } = await makePerson(database.db, workspaceId, role);
  const actor = { kind: "person", personId, sessionId, role } as const;
  const ctx: Ctx = { db: database.db, workspaceId, now, actor };
  const read = async () => (await actorOfSession({ db: database.db, now: new Date(), sessionId }))?.person;
  const events = async () =>
    (
      await database.pool.query(
        "select actor_id, data from events where kind = 'preferences_changed' and subject_id = $1 order by id",
        [personId],
      )
    ).rows;
  return { ctx, personId, read, events };
}

it("starts with what the browser says, single keys on and the last list kept", async () => {
  const { read } = await person();
  expect(await read()).toMatchObject(DEFAULT_PREFERENCES);
});

it.each(["owner", "finance", "viewer"] as const)("changes what a %s named and nothing else", async (role) => {
  const [one, other] = [await person(role), await person(role)];
  const set = (input: Parameters<typeof setPreferences>[0]["input"]) =>
    setPreferences({ ctx: one.ctx, input });
  await set({ theme: "dark", singleKeys: false });
  expect(await set({ timeZone: "Europe/Zurich", keepOffline: undefined })).toEqual({
    ...DEFAULT_PREFERENCES,
    theme: "dark",
    singleKeys: false,
    timeZone: "Europe/Zurich",
  });
  expect(await set({ theme: null })).toMatchObject({ theme: null, singleKeys: false });
  expect(await one.read()).toMatchObject({ theme: null, singleKeys: false, timeZone: "Europe/Zurich" });
  expect(await other.read()).toMatchObject(DEFAULT_PREFERENCES);
});

it("tells what changed, once, and nothing where nothing did", async () => {
  const { ctx, personId, events } = await person();
  const set = (input: Parameters<typeof setPreferences>[0]["input"]) => setPreferences({ ctx, input });
  await set({ locale: "de", theme: null, keepOffline: true });
  await set({ locale: "de" });
  await set({});
  expect(await events()).toEqual([{ actor_id: personId, data: { locale: "de" } }]);
});

it("is for people: a key has no taste", async () => {
  const { ctx } = await person();
  const key: Ctx = { ...ctx, actor: { kind: "capture_key", keyId: "k", label: "" } };
  await expect(setPreferences({ ctx: key, input: { theme: "dark" } })).rejects.toMatchObject({
    code: "FORBIDDEN",
  });
});
