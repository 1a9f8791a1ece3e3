import { expect } from "vitest";
import { hour, type World } from "../bench";
import type { Claim } from "../claim";
import { expectFields, type Field } from "../expect-fields";
import { expectRefusal } from "../expect-refusal";
import { at, listAt, textAt } from "../look";

const approvalFields: Record<string, Field> = {
  id: "text",
  type: ["proposal_hire", "milestone_fund", "milestone_approve", "contract_end"],
  status: ["pending", "confirmed", "declined", "expired"],
  contractId: "text?",
  milestoneId: "text?",
  jobId: "text",
  proposalId: "text?",
  approvalUrl: "text",
  expiresAt: "instant",
  resolvedAt: "instant?",
  result: "object?",
  createdAt: "instant",
};

/** How each of the four is asked for, and which ids its request then carries. */
const asks: Record<string, { ask: (world: World) => Promise<unknown>; ids: Record<string, Field> }> = {
  proposal_hire: {
    ask: async (world) => (await world.hire(await world.proposal())).json,
    ids: { contractId: "null", milestoneId: "null", jobId: "text", proposalId: "text" },
  },
  milestone_fund: {
    ask: async (world) =>
      (await world.post(`/milestones/${(await world.milestone("NOT_FUNDED")).id}/fund`)).json,
    ids: { contractId: "text", milestoneId: "text", jobId: "text", proposalId: "null" },
  },
  milestone_approve: {
    ask: async (world) =>
      (await world.post(`/milestones/${(await world.milestone("ACTIVE_FUNDED")).id}/approve`)).json,
    ids: { contractId: "text", milestoneId: "text", jobId: "text", proposalId: "null" },
  },
  contract_end: {
    ask: async (world) => (await world.post(`/contracts/${world.contractId()}/end`)).json,
    ids: { contractId: "text", milestoneId: "null", jobId: "text", proposalId: "null" },
  },
};
const types = Object.keys(asks);

async function ask(world: World, type: string): Promise<string> {
  return textAt(await asks[type]?.ask(world), "approval.id");
}
async function read(world: World, id: string): Promise<unknown> {
  return at((await world.get(`/approvals/${id}`)).json, "approval");
}

const byType: Claim[] = types.flatMap((type): Claim[] => [
  {
    section: "2.1",
    claim: `a pending ${type} has every field of the object, in the answer and in the read`,
    kind: "shape",
    async tries(bench) {
      const world = await bench.account();
      const answer = await asks[type]?.ask(world);
      expectFields(at(answer, "approval"), approvalFields);
      expect(await read(world, textAt(answer, "approval.id"))).toEqual(at(answer, "approval"));
    },
  },
  {
    section: "2.1",
    claim: `a pending ${type} carries the ids of its kind and null for the others`,
    kind: "shape",
    async tries(bench) {
      const world = await bench.account();
      const approval = at(await asks[type]?.ask(world), "approval");
      expectFields(approval, { ...asks[type]?.ids, status: ["pending"], resolvedAt: "null", result: "null" });
    },
  },
  {
    section: "2.3",
    claim: `a declined ${type} is final: neither confirmed nor declined again`,
    kind: "state",
    async tries(bench) {
      const world = await bench.account();
      const id = await ask(world, type);
      await world.decline(id);
      const settled = await read(world, id);
      expect(settled).toMatchObject({ status: "declined", result: null, resolvedAt: expect.any(String) });
      expect((await world.tryConfirm(id)).status).toBe(409);
      expect((await world.tryDecline(id)).status).toBe(409);
      expect(await read(world, id)).toEqual(settled);
    },
  },
  {
    section: "2.3",
    claim: `a ${type} past its time reads as expired, did nothing, and cannot be confirmed any more`,
    kind: "state",
    async tries(bench) {
      const world = await bench.account();
      const before = await world.truth();
      const id = await ask(world, type);
      await world.advance(73 * hour);
      expect(await read(world, id)).toMatchObject({ status: "expired", result: null });
      expect((await world.tryConfirm(id)).status).toBe(409);
      const after = await world.truth();
      for (const part of ["contracts", "ledger"]) expect(at(after, part)).toEqual(at(before, part));
    },
  },
  {
    section: "2.3",
    claim: `a confirmed ${type} is final, and repeating the confirmation changes nothing`,
    kind: "state",
    async tries(bench) {
      const world = await bench.account({ creditsCents: 500_000 });
      const id = await ask(world, type);
      await world.confirm(id);
      const [settled, truth] = [await read(world, id), await world.truth()];
      expect(settled).toMatchObject({ status: "confirmed", resolvedAt: expect.any(String) });
      expect((await world.tryConfirm(id)).status).toBe(409);
      expect((await world.tryDecline(id)).status).toBe(409);
      expect(await read(world, id)).toEqual(settled);
      for (const part of ["contracts", "ledger", "credits"]) {
        expect(at(await world.truth(), part)).toEqual(at(truth, part));
      }
    },
  },
]);

export const approvalClaims: Claim[] = [
  ...byType,
  {
    section: "2.1",
    claim: "a request carries no amount, currency, requester, title or note",
    kind: "shape",
    async tries(bench) {
      const world = await bench.account();
      const approval = await read(world, await ask(world, "proposal_hire"));
      expect(Object.keys(approval as object).toSorted()).toEqual(Object.keys(approvalFields).toSorted());
    },
  },
  {
    section: "2.1",
    claim: "a request lives about 72 hours from its creation",
    kind: "format",
    async tries(bench) {
      const world = await bench.account();
      const approval = await read(world, await ask(world, "milestone_fund"));
      const life = Date.parse(textAt(approval, "expiresAt")) - Date.parse(textAt(approval, "createdAt"));
      expect(Math.abs(life / hour - 72)).toBeLessThan(1);
    },
  },
  {
    section: "2.2",
    claim: "a confirmed hire names the contract, the job and the freelancer",
    kind: "shape",
    async tries(bench) {
      const world = await bench.account();
      const id = await ask(world, "proposal_hire");
      await world.confirm(id);
      const result = at(await read(world, id), "result");
      expectFields(result, { contractId: "text", jobId: "text", freelancerUserId: "text" });
      expect(result).toMatchObject({ hired: true });
      const { json } = await world.get(`/contracts/${textAt(result, "contractId")}`);
      expect(at(json, "contract.freelancer.userId")).toBe(at(result, "freelancerUserId"));
    },
  },
  {
    section: "2.2",
    claim: "a confirmed fund names the invoice, and the card payment when a card paid",
    kind: "shape",
    async tries(bench) {
      const world = await bench.account();
      const id = await ask(world, "milestone_fund");
      await world.confirm(id, { payWith: "card" });
      expectFields(at(await read(world, id), "result"), { invoiceId: "text", paymentIntentId: "text" });
    },
  },
  {
    section: "2.2",
    claim: "a fund that credits paid for names the invoice and need not name a card payment",
    kind: "shape",
    async tries(bench) {
      const world = await bench.account({ card: false, creditsCents: 500_000 });
      const id = await ask(world, "milestone_fund");
      await world.confirm(id, { payWith: "credits" });
      expectFields(at(await read(world, id), "result"), { invoiceId: "text" });
    },
  },
  {
    section: "2.2",
    claim: "a confirmed release names the invoice and the payout",
    kind: "shape",
    async tries(bench) {
      const world = await bench.account();
      const id = await ask(world, "milestone_approve");
      await world.confirm(id);
      expectFields(at(await read(world, id), "result"), { invoiceId: "text", payoutTransactionId: "text" });
    },
  },
  {
    section: "2.2",
    claim: "a confirmed end says that the contract ended",
    kind: "shape",
    async tries(bench) {
      const world = await bench.account();
      const id = await ask(world, "contract_end");
      await world.confirm(id);
      expect(at(await read(world, id), "result")).toMatchObject({ contractEnded: true });
    },
  },
  ...(["expired", "declined"] as const).map(
    (supersededAs): Claim => ({
      section: "2.3",
      claim: `a hire asked with other terms ends the earlier request (switch: as ${supersededAs})`,
      kind: "state",
      async tries(bench) {
        const world = await bench.account();
        await world.guess({ supersededAs });
        const proposal = await world.proposal();
        const older = textAt((await world.hire(proposal)).json, "approval.id");
        const newer = textAt(
          (await world.hire(proposal, { name: "Pilot", amount: 200 })).json,
          "approval.id",
        );
        expect(newer).not.toBe(older);
        expect(await read(world, older)).toMatchObject({ status: supersededAs, result: null });
        expect(await read(world, newer)).toMatchObject({ status: "pending" });
      },
    }),
  ),
  ...([true, false] as const).map(
    (supersededEvent): Claim => ({
      section: "2.3",
      claim: `superseding ${supersededEvent ? "shows" : "does not show"} in the feed (switch)`,
      kind: "event",
      async tries(bench) {
        const world = await bench.account();
        await world.guess({ supersededEvent });
        const proposal = await world.proposal();
        const older = textAt((await world.hire(proposal)).json, "approval.id");
        await world.hire(proposal, { name: "Pilot", amount: 200 });
        const told = (await world.events("approval.confirmed")).filter(
          (event) => at(event, "data.approvalId") === older,
        );
        expect(told.length).toBe(supersededEvent ? 1 : 0);
      },
    }),
  ),
  {
    section: "2.3",
    claim: "an expiry is noticed by a read, and the feed tells of it then (switch: at the read)",
    kind: "event",
    async tries(bench) {
      const world = await bench.account();
      await world.guess({ expiry: "read" });
      const id = await ask(world, "milestone_fund");
      await world.advance(73 * hour);
      expect(await world.events("approval.confirmed")).toEqual([]);
      await read(world, id);
      expect(await world.events("approval.confirmed")).toMatchObject([
        { resourceId: id, data: { approvalId: id, status: "expired" } },
      ]);
      await read(world, id);
      expect((await world.events("approval.confirmed")).length).toBe(1);
    },
  },
  {
    section: "2.3",
    claim: "a request is still pending just before its time is up",
    kind: "state",
    async tries(bench) {
      const world = await bench.account();
      const id = await ask(world, "milestone_fund");
      await world.advance(71 * hour);
      expect(await read(world, id)).toMatchObject({ status: "pending" });
    },
  },
  {
    section: "2.4",
    claim: "the owner and the token that asked can read a request; the answer is {approval}",
    kind: "visibility",
    async tries(bench) {
      const world = await bench.account();
      const id = await ask(world, "milestone_fund");
      for (const token of [world.made.tokens.owner, world.made.tokens.agent]) {
        const heard = await world.as(token, "GET", `/approvals/${id}`);
        expect(heard.status).toBe(200);
        expect(at(heard.json, "approval.id")).toBe(id);
      }
    },
  },
  {
    section: "2.4",
    claim: "another member's token gets 404 for a request it did not make",
    kind: "visibility",
    async tries(bench) {
      const world = await bench.account();
      const id = await ask(world, "milestone_fund");
      const heard = await world.as(world.made.tokens.member, "GET", `/approvals/${id}`);
      expectRefusal(heard, 404, { resource: "approvals", approvalId: id });
    },
  },
  {
    section: "2.4",
    claim: "another account's owner gets 404, with the same words as for an id that never was",
    kind: "visibility",
    async tries(bench) {
      const [world, other] = [await bench.account(), await bench.account()];
      const id = await ask(world, "milestone_fund");
      const [foreign, unknown] = [
        await other.get(`/approvals/${id}`),
        await other.get("/approvals/appr_none"),
      ];
      expectRefusal(foreign, 404, { resource: "approvals", approvalId: id });
      expectRefusal(unknown, 404, { resource: "approvals", approvalId: "appr_none" });
      expect(at(foreign.json, "error")).toBe(at(unknown.json, "error"));
    },
  },
  {
    section: "2.4",
    claim: "a request can be read before the account is claimed",
    kind: "gate",
    async tries(bench) {
      const world = await bench.account({ claimed: false });
      expectRefusal(await world.get("/approvals/appr_none"), 404);
    },
  },
  {
    section: "2.4",
    claim: "an unknown request is 404 with the resource and its id",
    kind: "reason",
    async reads(reader) {
      expectRefusal(await reader.get("/approvals/appr_conformance_none"), 404, {
        resource: "approvals",
        approvalId: "appr_conformance_none",
      });
    },
  },
  {
    section: "2.4",
    claim: "a settled request of the account's own feed reads back with every field",
    kind: "shape",
    async reads(reader) {
      const events = listAt((await reader.get("/updates?limit=200")).json, "events");
      const settled = events.find((event) => at(event, "type") === "approval.confirmed");
      if (settled === undefined) return reader.nothing("the first 200 events tell of no settled request");
      const heard = await reader.get(`/approvals/${textAt(settled, "data.approvalId")}`);
      if (heard.status === 404) return reader.nothing("its request is not visible to this token");
      expectFields(at(heard.json, "approval"), approvalFields);
      expect(at(heard.json, "approval.status")).toBe(at(settled, "data.status"));
    },
  },
  {
    section: "2.5",
    claim: "there is no list of requests",
    kind: "visibility",
    async reads(reader) {
      expectRefusal(await reader.get("/approvals"), 404);
    },
  },
  {
    section: "2.5",
    claim: "asking for something writes no event",
    kind: "event",
    async tries(bench) {
      const world = await bench.account();
      const before = await world.events();
      for (const type of types) await ask(world, type);
      expect(await world.events()).toEqual(before);
    },
  },
];
