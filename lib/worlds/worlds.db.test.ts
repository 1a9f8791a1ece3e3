import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { everyPair } from "@/lib/sandbox/property/switches";
import { createDb, createPool } from "@/lib/store/pool";
import { useTestDatabase } from "@/lib/testing/database";
import { openWorldSandbox, type WorldSandbox } from "@/lib/worlds/open-sandbox";
import { playWorld } from "@/lib/worlds/play-world";

const { WORLDS_SEED = "20261121", WORLDS_FROM = "0", WORLDS_COUNT = "20" } = process.env;
const seed = Number(WORLDS_SEED);
const indexes = Array.from({ length: Number(WORLDS_COUNT) }, (_, index) => Number(WORLDS_FROM) + index);
const switches = everyPair();

const database = useTestDatabase();
// Read once by lib/env at its first use: the recorder has connections of its own.
process.env.DATABASE_URL = database.url;
const pool = createPool(database.url, { max: 20 });
const db = createDb(pool);
let sandbox: WorldSandbox;
beforeAll(async () => {
  sandbox = await openWorldSandbox();
});
afterAll(() => Promise.all([sandbox.stop(), pool.end()]));

function play(index: number, isCaptureBroken = false) {
  const guesses = switches[index % switches.length];
  if (!guesses) throw new Error("no switches");
  return playWorld(db, sandbox, { seed: seed + index, steps: 100, guesses, isCaptureBroken });
}

describe.concurrent("whatever agents, people, networks and machines do, the inbox is the account as it is", {
  timeout: 180_000,
}, () => {
  it.each(indexes)("world %i", async (index) => void (await play(index)));

  it("and when what agents hand over is lost, the figure falls to what was truly seen", async () => {
    const index = indexes[0] ?? 0;
    const [whole, broken] = [await play(index), await play(index, true)];
    expect(broken.seenFirst / broken.settled).toBeLessThan(whole.seenFirst / whole.settled);
  });
});
