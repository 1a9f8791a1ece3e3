import { expect } from "vitest";
import type { Claim } from "../claim";
import { expectFields } from "../expect-fields";
import { expectRefusal } from "../expect-refusal";
import { at, listAt, textAt } from "../look";

const section = "12.3";
const eventTypes = [
  "proposal.received",
  "proposal.status_changed",
  "message.received",
  "contract.created",
  "milestone.status_changed",
  "payment.pending",
  "approval.confirmed",
  "contract.budget_state_changed",
];

export const updateClaims: Claim[] = [
  {
    section: "12.1",
    claim: "an event has every field, and its id is a number",
    kind: "shape",
    async reads(reader) {
      const event = await reader.first("/updates", "events");
      expectFields(event, {
        id: "text",
        type: eventTypes,
        apiVersion: ["v1"],
        createdAt: "instant",
        resourceId: "text",
        jobId: "text?",
        data: "object",
      });
      expect(textAt(event, "id")).toMatch(/^\d+$/);
    },
  },
  {
    section,
    claim: "without a cursor the feed begins at the beginning, oldest first, ids growing",
    kind: "paging",
    async reads(reader) {
      const events = listAt((await reader.get("/updates?limit=200")).json, "events");
      const ids = events.map((event) => BigInt(textAt(event, "id")));
      expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)));
      expect(new Set(ids).size).toBe(ids.length);
      const [first] = listAt((await reader.get("/updates?limit=1")).json, "events");
      expect(at(first, "id")).toBe(at(events[0], "id"));
    },
  },
  {
    section,
    claim: "page by page the feed gives each event once; the cursor is the last one's id",
    kind: "paging",
    async reads(reader) {
      const whole = await reader.get("/updates?limit=200");
      const paged: unknown[] = [];
      let cursor = "";
      for (let page = 0; page < 210; page += 1) {
        const { json } = await reader.get(`/updates?limit=3${cursor && `&cursor=${cursor}`}`);
        const events = listAt(json, "events");
        paged.push(...events.map((event) => at(event, "id")));
        if (events.length > 0) expect(at(json, "nextCursor")).toBe(at(events.at(-1), "id"));
        cursor = textAt(json, "nextCursor");
        if (at(json, "hasMore") === false || paged.length >= 200) break;
      }
      expect(paged.slice(0, 200)).toEqual(listAt(whole.json, "events").map((event) => at(event, "id")));
    },
  },
  {
    section,
    claim: "at the end the cursor is given back and nothing more is there",
    kind: "paging",
    async tries(bench) {
      const world = await bench.account();
      const end = textAt((await world.get("/updates?limit=200")).json, "nextCursor");
      const heard = await world.get(`/updates?cursor=${end}`);
      expect(heard.json).toEqual({ events: [], nextCursor: end, hasMore: false });
    },
  },
  {
    section,
    claim: "only events after the cursor come",
    kind: "paging",
    async tries(bench) {
      const world = await bench.account();
      const cursor = textAt((await world.get("/updates?limit=200")).json, "nextCursor");
      const id = await world.createMilestone(world.contractId());
      const { json } = await world.get(`/updates?cursor=${cursor}`);
      expect(listAt(json, "events").map((event) => at(event, "data.milestoneId"))).toEqual([id]);
    },
  },
  ...["0", "201", "x", "-5"].map(
    (limit): Claim => ({
      section,
      claim: `a page of ${limit} events is 400`,
      kind: "paging",
      async reads(reader) {
        expectRefusal(await reader.get(`/updates?limit=${limit}`), 400);
      },
    }),
  ),
  ...["abc", "-1", "1.5"].map(
    (cursor): Claim => ({
      section,
      claim: `the cursor ${cursor} is 400`,
      kind: "paging",
      async reads(reader) {
        expectRefusal(await reader.get(`/updates?cursor=${cursor}`), 400);
      },
    }),
  ),
  {
    section,
    claim: "a token sees the types its scopes allow; the others are left out silently",
    kind: "visibility",
    async tries(bench) {
      const world = await bench.account({ scenario: "demo" });
      const all = await world.events();
      const seen = async (scopes: string[]) => {
        const heard = await world.as(await world.tokenWith(scopes), "GET", "/updates?limit=200");
        return listAt(heard.json, "events").map((event) => at(event, "id"));
      };
      const ids = (isOne: (type: string) => boolean) =>
        all.filter((event) => isOne(textAt(event, "type"))).map((event) => at(event, "id"));
      const isProposals = (type: string) => type.startsWith("proposal.");
      const isMessages = (type: string) => type.startsWith("message.");
      expect(await seen(["proposals:read"])).toEqual(ids(isProposals));
      expect(await seen(["payments:read"])).toEqual(ids((type) => !isProposals(type) && !isMessages(type)));
      expect(ids(isProposals).length).toBeGreaterThan(0);
    },
  },
  {
    section,
    claim: "a token with none of the three read scopes gets 403 and is told which it needs",
    kind: "gate",
    async tries(bench) {
      const world = await bench.account();
      const token = await world.tokenWith(["jobs:read"]);
      expectRefusal(await world.as(token, "GET", "/updates"), 403, { requiredScopes: expect.any(Array) });
    },
  },
  ...(["confirmed", "declined", "expired"] as const).map(
    (status): Claim => ({
      section: "12.2",
      claim: `approval.confirmed is told of a request that was ${status}, once, with its id and state`,
      kind: "event",
      async tries(bench) {
        const world = await bench.account();
        const asked = await world.post(`/milestones/${(await world.milestone("NOT_FUNDED")).id}/fund`);
        const id = textAt(asked.json, "approval.id");
        if (status === "confirmed") await world.confirm(id);
        if (status === "declined") await world.decline(id);
        if (status === "expired") await world.advance(73 * 3_600_000);
        await world.get(`/approvals/${id}`);
        expect(await world.events("approval.confirmed")).toMatchObject([
          { resourceId: id, data: { approvalId: id, status } },
        ]);
      },
    }),
  ),
  {
    section: "12.2",
    claim: "a card payment on its way is told as payment.pending with invoice, milestone and contract",
    kind: "event",
    async tries(bench) {
      const world = await bench.account();
      const { id, contractId } = await world.milestone("NOT_FUNDED");
      const asked = await world.post(`/milestones/${id}/fund`);
      await world.confirm(textAt(asked.json, "approval.id"), { payWith: "card" });
      const told = (await world.events("payment.pending")).findLast(
        (event) => at(event, "data.milestoneId") === id,
      );
      expect(at(told, "data")).toMatchObject({ invoiceId: expect.any(String), contractId });
    },
  },
  {
    section: "12.2",
    claim: "ending a contract has no event of its own",
    kind: "event",
    async tries(bench) {
      const world = await bench.account();
      const asked = await world.post(`/contracts/${world.contractId()}/end`);
      await world.confirm(textAt(asked.json, "approval.id"));
      const types = (await world.events()).map((event) => at(event, "type"));
      expect(types.filter((type) => !eventTypes.includes(String(type)))).toEqual([]);
    },
  },
  {
    section: "24",
    claim: "events carry ids and states, never content",
    kind: "visibility",
    async tries(bench) {
      const world = await bench.account();
      const asked = await world.hire(await world.proposal(), {
        name: "Telltale name",
        description: "Telltale text",
        amount: 10,
      });
      await world.confirm(textAt(asked.json, "approval.id"));
      expect(JSON.stringify(await world.events())).not.toContain("Telltale");
    },
  },
];
