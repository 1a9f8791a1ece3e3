import { expect } from "vitest";
import { hour } from "../bench";
import type { Claim } from "../claim";
import { expectFields } from "../expect-fields";
import { expectRefusal } from "../expect-refusal";
import { at, listAt, numberAt, textAt } from "../look";

const entryTypes = ["TOP_UP", "HOLD", "HOLD_RELEASE", "CAPTURE", "REFUND", "ADJUSTMENT"];
const entryFields = {
  id: "text",
  type: entryTypes,
  amountCents: "integer",
  createdAt: "instant",
  holdEntryId: "text?",
  jobofferId: "text?",
  contractId: "text?",
  milestoneId: "text?",
  topUpId: "text?",
  note: "text?",
} as const;

const credits: Claim[] = [
  {
    section: "9.1",
    claim: "credits are whole cents of usd, with the last entries",
    kind: "shape",
    async reads(reader) {
      const { json } = await reader.get("/credits");
      expectFields(at(json, "credits"), {
        availableCents: "integer",
        reservedCents: "integer",
        currency: ["usd"],
        recentEntries: "list",
      });
      expect(listAt(json, "credits.recentEntries").length).toBeLessThanOrEqual(10);
    },
  },
  {
    section: "9.1",
    claim: "an account that never had credits has zeros, not 404",
    kind: "money",
    async tries(bench) {
      const world = await bench.account({ creditsCents: 0 });
      expect(at((await world.get("/credits")).json, "credits")).toMatchObject({
        availableCents: 0,
        reservedCents: 0,
      });
      expect((await world.get("/credits/ledger")).json).toMatchObject({ nextCursor: null });
    },
  },
  {
    section: "9.1",
    claim: "a member's token reads the owner's credits",
    kind: "visibility",
    async tries(bench) {
      const world = await bench.account({ creditsCents: 12_345 });
      const heard = await world.as(world.made.tokens.member, "GET", "/credits");
      expect(at(heard.json, "credits.availableCents")).toBe(12_345);
    },
  },
  {
    section: "9.2",
    claim: "an entry of the ledger has every field",
    kind: "shape",
    async reads(reader) {
      expectFields(await reader.first("/credits/ledger", "entries"), entryFields);
    },
  },
  {
    section: "9.2",
    claim: "the last entries of the balance are the first of the ledger, newest first",
    kind: "paging",
    async reads(reader) {
      const entries = listAt((await reader.get("/credits/ledger")).json, "entries");
      const recent = listAt((await reader.get("/credits")).json, "credits.recentEntries");
      expect(entries.slice(0, recent.length).map((one) => at(one, "id"))).toEqual(
        recent.map((one) => at(one, "id")),
      );
      const made = entries.map((one) => Date.parse(textAt(one, "createdAt")));
      expect(made).toEqual(made.toSorted((a, b) => b - a));
    },
  },
  {
    section: "9.2",
    claim: "what moved the available balance adds up to it",
    kind: "money",
    async tries(bench) {
      const world = await bench.account({ creditsCents: 100_000 });
      const contract = await world.contract({ payWith: "credits" });
      const asked = await world.post(`/contracts/${contract}/end`);
      await world.confirm(textAt(asked.json, "approval.id"), { settle: "refund" });
      const entries = listAt((await world.get("/credits/ledger?limit=100")).json, "entries");
      const sum = entries
        .filter((one) => at(one, "type") !== "CAPTURE")
        .reduce<number>((total, one) => total + numberAt(one, "amountCents"), 0);
      expect(sum).toBe((await world.credits()).available);
    },
  },
  ...["0", "101", "x", "1.5"].map(
    (limit): Claim => ({
      section: "9.3",
      claim: `a page of ${limit} ledger entries is 400 and names the field`,
      kind: "paging",
      async reads(reader) {
        expectRefusal(await reader.get(`/credits/ledger?limit=${limit}`), 400, { field: "limit" });
      },
    }),
  ),
  {
    section: "9.3",
    claim: "the ledger is paged: each entry once, null at the end; 50 without a limit",
    kind: "paging",
    async tries(bench) {
      const world = await bench.account({ scenario: "demo", creditsCents: 9_000_000 });
      for (let made = 0; made < 26; made += 1) {
        const id = await world.createMilestone(world.contractId(), 10);
        const funded = await world.post(`/milestones/${id}/fund`);
        await world.confirm(textAt(funded.json, "approval.id"), { payWith: "credits" });
        const released = await world.post(`/milestones/${id}/approve`);
        await world.confirm(textAt(released.json, "approval.id"));
      }
      const whole = listAt((await world.get("/credits/ledger?limit=100")).json, "entries").map((one) =>
        at(one, "id"),
      );
      expect(whole.length).toBeGreaterThan(50);
      const first = await world.get("/credits/ledger");
      expect(listAt(first.json, "entries").length).toBe(50);
      const cursor = encodeURIComponent(textAt(first.json, "nextCursor"));
      const second = await world.get(`/credits/ledger?limit=100&cursor=${cursor}`);
      expect(at(second.json, "nextCursor")).toBeNull();
      const paged = [first, second].flatMap(({ json }) =>
        listAt(json, "entries").map((one) => at(one, "id")),
      );
      expect(paged).toEqual(whole);
    },
  },
];

const topUps: Claim[] = [
  {
    section: "9.4",
    claim: "a top-up is 201 with a checkout page, and nothing is charged by it",
    kind: "shape",
    async tries(bench) {
      const world = await bench.account({ creditsCents: 0 });
      const heard = await world.post("/credits/top-ups", { amountUsd: 25.5 });
      expect(heard.status).toBe(201);
      expectFields(heard.json, {
        topUpId: "text",
        checkoutUrl: "text",
        expiresAt: "instant?",
        message: "text",
      });
      expect(at(heard.json, "topUp")).toMatchObject({
        status: "PENDING",
        amountCents: 2550,
        completedAt: null,
      });
      expect((await world.credits()).available).toBe(0);
    },
  },
  {
    section: "9.4",
    claim: "amount stands in for amountUsd",
    kind: "state",
    async tries(bench) {
      const world = await bench.account();
      const heard = await world.post("/credits/top-ups", { amount: 40 });
      expect(at(heard.json, "topUp.amountCents")).toBe(4000);
    },
  },
  ...[{ amountUsd: 9.99 }, { amountUsd: 10_000.01 }, { amountUsd: "50" }, {}].map(
    (body): Claim => ({
      section: "9.4",
      claim: `a top-up of ${JSON.stringify(body)} is 400 and names the field`,
      kind: "reason",
      async tries(bench) {
        const world = await bench.account();
        expectRefusal(await world.post("/credits/top-ups", body), 400, { field: "amountUsd" });
      },
    }),
  ),
  {
    section: "9.4",
    claim: "a top-up is read by its id, 404 with resource and id for others",
    kind: "visibility",
    async tries(bench) {
      const [world, other] = [await bench.account(), await bench.account()];
      const id = textAt((await world.post("/credits/top-ups", { amountUsd: 25 })).json, "topUpId");
      expect(at((await world.get(`/credits/top-ups/${id}`)).json, "topUp")).toMatchObject({
        id,
        status: "PENDING",
      });
      expectRefusal(await other.get(`/credits/top-ups/${id}`), 404, {
        resource: "credit-top-ups",
        topUpId: id,
      });
    },
  },
  {
    section: "9.4",
    claim: "a checkout that was paid completes its top-up, once, and the ledger names it",
    kind: "money",
    async tries(bench) {
      const world = await bench.account({ creditsCents: 0 });
      const id = textAt((await world.post("/credits/top-ups", { amountUsd: 25.5 })).json, "topUpId");
      await world.payTopUp(id);
      expect(at((await world.get(`/credits/top-ups/${id}`)).json, "topUp")).toMatchObject({
        status: "COMPLETED",
        completedAt: expect.any(String),
      });
      expect((await world.credits()).available).toBe(2550);
      const entries = listAt((await world.get("/credits/ledger")).json, "entries");
      expect(entries).toMatchObject([{ type: "TOP_UP", amountCents: 2550, topUpId: id }]);
    },
  },
  {
    section: "9.4",
    claim: "a top-up nobody paid for is expired when read after about a day",
    kind: "state",
    async tries(bench) {
      const world = await bench.account();
      const id = textAt((await world.post("/credits/top-ups", { amountUsd: 25 })).json, "topUpId");
      await world.advance(25 * hour);
      expect(at((await world.get(`/credits/top-ups/${id}`)).json, "topUp")).toMatchObject({
        status: "EXPIRED",
        completedAt: null,
      });
    },
  },
];

const payments: Claim[] = [
  {
    section: "10",
    claim: "pending payments come without a cursor, and each has every field",
    kind: "shape",
    async reads(reader) {
      const heard = await reader.get("/payments/pending");
      expect(heard.json).not.toHaveProperty("nextCursor");
      for (const payment of listAt(heard.json, "payments")) {
        expectFields(payment, {
          id: "text",
          status: ["PENDING_FUNDING", "PENDING_PAYOUT"],
          invoiceKind: "text",
          viewerRole: "text",
          amountUsd: "number",
          createdAt: "instant",
          invoiceNumber: "integer",
        });
      }
    },
  },
  {
    section: "10",
    claim: "a milestone just paid by card waits there with its bare amount, newest first",
    kind: "money",
    async tries(bench) {
      const world = await bench.account();
      const before = listAt((await world.get("/payments/pending")).json, "payments").length;
      for (const amount of [40, 60.5]) {
        const asked = await world.post(
          `/milestones/${await world.createMilestone(world.contractId(), amount)}/fund`,
        );
        await world.confirm(textAt(asked.json, "approval.id"), { payWith: "card" });
      }
      const waiting = listAt((await world.get("/payments/pending")).json, "payments");
      expect(waiting.slice(0, waiting.length - before).map((one) => at(one, "amountUsd"))).toEqual([
        60.5, 40,
      ]);
    },
  },
  {
    section: "10",
    claim: "a pending payment carries no id of a request",
    kind: "visibility",
    async tries(bench) {
      const world = await bench.account();
      const asked = await world.post(`/milestones/${(await world.milestone("NOT_FUNDED")).id}/fund`);
      const id = textAt(asked.json, "approval.id");
      await world.confirm(id, { payWith: "card" });
      expect((await world.get("/payments/pending")).text).not.toContain(id);
    },
  },
];

export const moneyClaims: Claim[] = [...credits, ...topUps, ...payments];
