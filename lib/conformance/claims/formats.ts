import { expect } from "vitest";
import type { Claim } from "../claim";
import { at, listAt, textAt } from "../look";

const instantNames = /(At|Date)$/;
const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** Every field of an answer, however deep, with its name. */
function fieldsOf(value: unknown, name = ""): [string, unknown][] {
  if (Array.isArray(value)) return value.flatMap((one) => fieldsOf(one, name));
  if (typeof value !== "object" || value === null) return [[name, value]];
  return Object.entries(value).flatMap(([inner, held]) => fieldsOf(held, inner));
}

const reads = [
  "/contracts",
  "/updates?limit=50",
  "/credits",
  "/credits/ledger",
  "/payments/pending",
  "/jobs/mine",
  "/tokens",
];

export const formatClaims: Claim[] = [
  ...reads.map(
    (path): Claim => ({
      section: "20.4",
      claim: `times are UTC with milliseconds in GET ${path}`,
      kind: "format",
      async reads(reader) {
        const times = fieldsOf((await reader.get(path)).json).filter(
          ([name, value]) => instantNames.test(name) && value !== null,
        );
        expect(times.filter(([, value]) => !instant.test(String(value)))).toEqual([]);
      },
    }),
  ),
  {
    section: "20.4",
    claim: "money is dollars in contracts and whole cents in credits",
    kind: "format",
    async reads(reader) {
      const named = async (path: string, pattern: RegExp) =>
        fieldsOf((await reader.get(path)).json).filter(
          ([name, value]) => pattern.test(name) && value !== null,
        );
      for (const [, value] of await named("/credits/ledger", /Cents$/))
        expect(Number.isSafeInteger(value)).toBe(true);
      for (const [, value] of await named("/contracts", /Usd$/)) expect(typeof value).toBe("number");
      expect(await named("/contracts", /Cents$/)).toEqual([]);
      expect(await named("/credits", /Usd$/)).toEqual([]);
    },
  },
  {
    section: "20.4",
    claim: "contracts are in lower case, milestones, jobs and ledger in upper case",
    kind: "format",
    async reads(reader) {
      const contracts = listAt((await reader.get("/contracts")).json, "contracts");
      const milestones = contracts.flatMap((one) => listAt(one, "milestones"));
      const jobs = listAt((await reader.get("/jobs/mine")).json, "jobs");
      const upper = [...milestones, ...jobs].map((one) => textAt(one, "status"));
      expect(contracts.every((one) => /^[a-z]+$/.test(textAt(one, "status")))).toBe(true);
      expect(upper.filter((status) => !/^[A-Z_]+$/.test(status))).toEqual([]);
    },
  },
  {
    section: "19.1",
    claim: "answers are JSON and say so, refusals as well",
    kind: "format",
    async reads(reader) {
      for (const path of ["/auth/me", "/approvals/appr_conformance_none"]) {
        const heard = await reader.get(path);
        expect(heard.headers.get("content-type")).toMatch(/^application\/json/);
        expect(heard.json).toBeDefined();
      }
    },
  },
  {
    section: "19.1",
    claim: "each refusal has a request id of its own",
    kind: "format",
    async reads(reader) {
      const [first, second] = [await reader.get("/approvals/none_1"), await reader.get("/approvals/none_2")];
      expect(textAt(first.json, "requestId")).not.toBe(textAt(second.json, "requestId"));
    },
  },
  {
    section: "21",
    claim: "a request's link ends in /approvals/ and its id, on the service's own origin",
    kind: "format",
    async tries(bench) {
      const world = await bench.account();
      const asked = await world.hire(await world.proposal());
      const url = new URL(textAt(asked.json, "approval.approvalUrl"));
      expect([url.origin, url.pathname]).toEqual([
        world.home,
        `/approvals/${textAt(asked.json, "approval.id")}`,
      ]);
    },
  },
  {
    section: "21",
    claim: "every answer carries the service's clock",
    kind: "format",
    async reads(reader) {
      const { headers } = await reader.get("/auth/me");
      expect(Number.isNaN(Date.parse(headers.get("date") ?? ""))).toBe(false);
    },
  },
  {
    section: "4.1",
    claim: "ids are opaque texts: a contract's are found again as they were given",
    kind: "format",
    async reads(reader) {
      const contract = await reader.first("/contracts", "contracts");
      const { status, json } = await reader.get(`/contracts/${encodeURIComponent(textAt(contract, "id"))}`);
      expect([status, at(json, "contract.id")]).toEqual([200, at(contract, "id")]);
    },
  },
];
