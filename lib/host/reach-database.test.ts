import { beforeEach, expect, it, vi } from "vitest";
import { explain } from "@/lib/host/explain";
import { reachDatabase } from "@/lib/host/reach-database";

const failure = vi.hoisted(() => ({ code: "" }));

vi.mock("pg", () => ({
  default: {
    Client: class {
      on = () => this;
      connect = () => Promise.reject(Object.assign(new Error("no"), { code: failure.code }));
      end = () => Promise.resolve();
    },
  },
}));

beforeEach(() => {
  failure.code = "";
});

async function toldOf(code: string): Promise<string> {
  failure.code = code;
  const surroundings = { dataDir: "/data", hasOwnDatabase: false };
  const error = await reachDatabase("DATABASE_MIGRATE_URL", "postgres://db/x").catch((thrown) => thrown);
  return explain(error, surroundings)
    .map(({ name, problem }) => `${name} ${problem}`)
    .join();
}

it.each([
  ["ENOTFOUND", /^DATABASE_MIGRATE_URL names a host that nobody knows.*Correct the host/],
  ["EAI_AGAIN", /^DATABASE_MIGRATE_URL names a host that nobody knows/],
  ["ECONNREFUSED", /^DATABASE_MIGRATE_URL leads to .* where no PostgreSQL listens\. Start PostgreSQL there/],
  ["ENOENT", /where no PostgreSQL listens.*folder in the address/],
  ["ETIMEDOUT", /does not answer \(ETIMEDOUT\)/],
  ["28P01", /is refused by PostgreSQL \(28P01\)/],
])("has its own advice for %s", async (code, sentence) => {
  expect(await toldOf(code)).toMatch(sentence);
});
