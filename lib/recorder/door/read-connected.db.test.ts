import { expect, it } from "vitest";
import { updateConnection } from "@/lib/store/connections/rows";
import { workspaces } from "@/lib/store/schema";
import { useTestDatabase } from "@/lib/testing/database";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { limitRegistration } from "./limit-registration";
import { readConnected } from "./read-connected";

const database = useTestDatabase();
const origin = "http://127.0.0.1:9";

it("knows the accounts that are connected now, and no others", async () => {
  const { db } = database;
  const one = await makeWorkspace(db, { origin });
  const other = await makeWorkspace(db, { origin });
  const ids = async () => (await readConnected(db)).map(({ workspaceId }) => workspaceId).toSorted();
  expect(await ids()).toEqual([one.workspaceId, other.workspaceId].toSorted());
  await updateConnection(db, one.connectionId, { state: "disconnected", disconnectedAt: new Date() });
  expect(await ids()).toEqual([other.workspaceId]);
  await db.update(workspaces).set({ closedAt: new Date() });
  expect(await ids()).toEqual([]);
});

it("counts registrations by address and in all, for a day", async () => {
  let now = new Date("2026-11-20T10:00:00Z");
  const limit = limitRegistration(
    () => database.db,
    () => now,
  );
  const attempt = (address: string) =>
    limit("account", address).then(
      () => "passes",
      ({ reason }) => reason,
    );
  const tries = [];
  for (let count = 0; count < 12; count += 1) tries.push(await attempt("192.0.2.1"));
  expect(tries).toEqual([...Array(10).fill("passes"), "too_many_agents", "too_many_agents"]);
  expect(await attempt("192.0.2.2")).toBe("passes");
  await limit("call", "192.0.2.1");
  now = new Date("2026-11-21T10:01:00Z");
  expect(await attempt("192.0.2.1")).toBe("passes");
  const all = await Promise.all(Array.from({ length: 12 }, (_, host) => fill(`198.51.100.${host}`)));
  expect(all.flat().filter((outcome) => outcome === "passes").length).toBeLessThanOrEqual(99);

  async function fill(address: string): Promise<string[]> {
    const outcomes = [];
    for (let count = 0; count < 10; count += 1) outcomes.push(await attempt(address));
    return outcomes;
  }
});
