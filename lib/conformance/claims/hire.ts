import { expect } from "vitest";
import { pilot, type World } from "../bench";
import type { Claim } from "../claim";
import { expectReason, expectRefusal } from "../expect-refusal";
import { at, listAt, textAt } from "../look";

const section = "3.1";

function refusedBody(claim: string, body: unknown): Claim {
  return {
    section,
    claim: `a hire is 400 ${claim}`,
    kind: "reason",
    async tries(bench) {
      const world = await bench.account();
      expectRefusal(await world.post(`/proposals/${await world.proposal()}/hire`, body), 400);
      expect(listAt(await world.truth(), "approvals")).toEqual([]);
    },
  };
}

function takenTerms(claim: string, milestone: object): Claim {
  return {
    section,
    claim: `a hire is taken ${claim}`,
    kind: "state",
    async tries(bench) {
      const world = await bench.account();
      expect((await world.hire(await world.proposal(), milestone)).status).toBe(202);
    },
  };
}

async function statusOf(world: World, id: string): Promise<unknown> {
  return at((await world.get(`/approvals/${id}`)).json, "approval.status");
}

export const hireClaims: Claim[] = [
  refusedBody("without a body", undefined),
  refusedBody("with an empty object", {}),
  refusedBody("with a body that is no JSON", "{"),
  refusedBody("with a list for a body", [pilot]),
  refusedBody("with a milestone that is no object", { milestone: "Pilot" }),
  refusedBody("without an amount", { milestone: { name: "Pilot" } }),
  refusedBody("with neither a name nor a description", { milestone: { amount: 180 } }),
  refusedBody("with both empty", { milestone: { name: "", description: " ", amount: 180 } }),
  refusedBody("with an amount that is text", { milestone: { ...pilot, amount: "180" } }),
  refusedBody("with an amount of nothing", { milestone: { ...pilot, amount: 0 } }),
  refusedBody("with an amount below nothing", { milestone: { ...pilot, amount: -1 } }),
  refusedBody("with an override that is no boolean", { milestone: pilot, confirmNotFitOverride: "yes" }),
  takenTerms("with a name alone", { name: "Pilot", amount: 180 }),
  takenTerms("with a description alone", { description: "600 receipts", amount: 180 }),
  takenTerms("without a due date", { name: "Pilot", description: "600 receipts", amount: 180 }),
  takenTerms("with a plain date as the due date", pilot),
  {
    section: "3",
    claim: "asking answers 202 with the request and a sentence, and nothing has happened yet",
    kind: "state",
    async tries(bench) {
      const world = await bench.account({ creditsCents: 100_000 });
      const before = await world.truth();
      const heard = await world.hire(await world.proposal());
      expect(heard.status).toBe(202);
      expect(Object.keys(heard.json as object).toSorted()).toEqual(["approval", "message"]);
      expect(textAt(heard.json, "message")).toMatch(/\S/);
      const after = await world.truth();
      for (const part of ["contracts", "credits", "ledger", "events"]) {
        expect(at(after, part)).toEqual(at(before, part));
      }
    },
  },
  {
    section,
    claim: "a proposal marked as not a fit needs the override",
    kind: "reason",
    async tries(bench) {
      const world = await bench.account();
      const proposal = await world.proposal("NOT_A_FIT");
      expectReason(await world.hire(proposal), 409, "not_fit_confirmation_required");
      expectReason(
        await world.hire(proposal, pilot, { confirmNotFitOverride: false }),
        409,
        "not_fit_confirmation_required",
      );
      expect((await world.hire(proposal, pilot, { confirmNotFitOverride: true })).status).toBe(202);
    },
  },
  {
    section,
    claim: "without a card and with no credits a hire is refused, with the way to billing",
    kind: "money",
    async tries(bench) {
      const world = await bench.account({ card: false, creditsCents: 0 });
      const heard = await world.hire(await world.proposal());
      expectReason(heard, 409, "payment_method_required", {
        billingUrl: expect.stringMatching(/^https?:\/\//),
      });
    },
  },
  {
    section,
    claim: "credits that cover amount, 10 % and $9.95 stand in for a card; one cent less does not",
    kind: "money",
    async tries(bench) {
      const [enough, short] = [
        await bench.account({ card: false, creditsCents: 20_795 }),
        await bench.account({ card: false, creditsCents: 20_794 }),
      ];
      expect((await enough.hire(await enough.proposal())).status).toBe(202);
      expectReason(await short.hire(await short.proposal()), 409, "payment_method_required");
    },
  },
  {
    section,
    claim: "a card on file is enough without any credits",
    kind: "money",
    async tries(bench) {
      const world = await bench.account({ card: true, creditsCents: 0 });
      expect((await world.hire(await world.proposal())).status).toBe(202);
    },
  },
  {
    section,
    claim: "a proposal on another account's job is 403, one that never was 404",
    kind: "visibility",
    async tries(bench) {
      const [world, other] = [await bench.account(), await bench.account()];
      expectRefusal(await other.hire(await world.proposal()), 403);
      expectRefusal(await world.hire("prop_none"), 404);
    },
  },
  {
    section,
    claim: "confirming makes the contract with its first milestone, funded, and hires the proposal",
    kind: "state",
    async tries(bench) {
      const world = await bench.account();
      const proposal = await world.proposal();
      const contract = at(
        (await world.get(`/contracts/${await world.contract({}, proposal)}`)).json,
        "contract",
      );
      expect(contract).toMatchObject({
        status: "active",
        proposalId: proposal,
        hasActiveMilestone: true,
        milestones: [
          {
            name: "Pilot",
            description: "600 receipts",
            amountUsd: 180,
            status: "ACTIVE_FUNDED",
            milestoneNumber: 1,
          },
        ],
      });
      expect(textAt(contract, "milestones.0.dueDate")).toBe("2027-02-01T00:00:00.000Z");
      expect(at((await world.get(`/proposals/${proposal}`)).json, "proposal.status.raw")).toBe("HIRED");
    },
  },
  {
    section: "11",
    claim: "a hire paid by credits takes amount, 10 % and $9.95, and holds the amount in escrow",
    kind: "money",
    async tries(bench) {
      const world = await bench.account({ creditsCents: 100_000 });
      const before = await world.credits();
      await world.contract({ payWith: "credits" });
      const after = await world.credits();
      expect(before.available - after.available).toBe(20_795);
    },
  },
  {
    section: "11",
    claim: "the 10 % is rounded to the cent",
    kind: "money",
    async tries(bench) {
      const world = await bench.account({ creditsCents: 100_000 });
      const { available } = await world.credits();
      const asked = await world.hire(await world.proposal(), { name: "Odd", amount: 100.05 });
      await world.confirm(textAt(asked.json, "approval.id"), { payWith: "credits" });
      expect(available - (await world.credits()).available).toBe(10_005 + 1_001 + 995);
    },
  },
  {
    section,
    claim: "values the human changed before confirming win over those that were sent",
    kind: "money",
    async tries(bench) {
      const world = await bench.account({ creditsCents: 100_000 });
      const { available } = await world.credits();
      const edited = { name: "Smaller pilot", amount: 90.5 };
      const id = await world.contract({ payWith: "credits", milestone: edited });
      const { json } = await world.get(`/contracts/${id}`);
      expect(at(json, "contract.milestones.0")).toMatchObject({
        name: "Smaller pilot",
        amountUsd: 90.5,
        description: "600 receipts",
      });
      expect(available - (await world.credits()).available).toBe(9_050 + 905 + 995);
    },
  },
  {
    section,
    claim: "the same terms again while it is pending bring the same request",
    kind: "state",
    async tries(bench) {
      const world = await bench.account();
      const proposal = await world.proposal();
      const [first, second] = [await world.hire(proposal), await world.hire(proposal)];
      expect(second.status).toBe(202);
      expect(at(second.json, "approval")).toEqual(at(first.json, "approval"));
    },
  },
  ...[
    ["another amount", { amount: 181 }],
    ["another name", { name: "Pilot 2" }],
    ["another description", { description: "601 receipts" }],
    ["another due date", { dueDate: "2027-02-02" }],
  ].map(
    ([what, change]): Claim => ({
      section,
      claim: `${what} replaces the pending request by a new one, and one alone stays live`,
      kind: "state",
      async tries(bench) {
        const world = await bench.account();
        const proposal = await world.proposal();
        await world.hire(proposal);
        const second = await world.hire(proposal, { ...pilot, ...(change as object) });
        expect(second.status).toBe(202);
        const live = listAt(await world.truth(), "approvals").filter(
          (one) => at(one, "status") === "pending",
        );
        expect(live.map((one) => at(one, "id"))).toEqual([textAt(second.json, "approval.id")]);
      },
    }),
  ),
  {
    section: "3.5",
    claim: "after a decline the same terms make a new request",
    kind: "state",
    async tries(bench) {
      const world = await bench.account();
      const proposal = await world.proposal();
      const first = textAt((await world.hire(proposal)).json, "approval.id");
      await world.decline(first);
      const second = textAt((await world.hire(proposal)).json, "approval.id");
      expect(second).not.toBe(first);
      expect([await statusOf(world, first), await statusOf(world, second)]).toEqual(["declined", "pending"]);
    },
  },
  {
    section: "3.5",
    claim: "after it was confirmed, asking to hire again is 409",
    kind: "reason",
    async tries(bench) {
      const world = await bench.account();
      const proposal = await world.proposal();
      await world.contract({}, proposal);
      expectReason(await world.hire(proposal), 409, "already_accepted");
    },
  },
  ...([202, 200] as const).map(
    (repeatStatus): Claim => ({
      section: "3.5",
      claim: `a repeated request answers ${repeatStatus} (switch) and does not move its end`,
      kind: "state",
      async tries(bench) {
        const world = await bench.account();
        await world.guess({ repeatStatus });
        const proposal = await world.proposal();
        const first = await world.hire(proposal);
        await world.advance(3_600_000);
        const second = await world.hire(proposal);
        expect(second.status).toBe(repeatStatus);
        expect(at(second.json, "approval.expiresAt")).toBe(at(first.json, "approval.expiresAt"));
      },
    }),
  ),
  {
    section: "2.4",
    claim: "a second token that is handed the same pending request does not thereby see it",
    kind: "visibility",
    async tries(bench) {
      const world = await bench.account();
      const proposal = await world.proposal();
      const first = await world.hire(proposal);
      const { member } = world.made.tokens;
      const again = await world.as(member, "POST", `/proposals/${proposal}/hire`, { milestone: pilot });
      if (again.status === 403) return;
      const id = textAt(first.json, "approval.id");
      expect(textAt(again.json, "approval.id")).toBe(id);
      expectRefusal(await world.as(member, "GET", `/approvals/${id}`), 404);
    },
  },
  {
    section: "12.2",
    claim: "a confirmed hire shows in the feed: the request, the proposal, the contract, the milestone",
    kind: "event",
    async tries(bench) {
      const world = await bench.account();
      const proposal = await world.proposal();
      const before = (await world.events()).length;
      const contract = await world.contract({}, proposal);
      const events = (await world.events()).slice(before);
      const told = (type: string) => events.find((event) => at(event, "type") === type);
      expect(told("approval.confirmed")).toMatchObject({ data: { status: "confirmed" } });
      expect(told("proposal.status_changed")).toMatchObject({
        data: { proposalId: proposal, status: "HIRED" },
      });
      expect(told("contract.created")).toMatchObject({
        data: { contractId: contract, proposalId: proposal },
      });
      expect(told("milestone.status_changed")).toMatchObject({ data: { contractId: contract } });
      expect(events.length).toBeGreaterThanOrEqual(4);
    },
  },
];
