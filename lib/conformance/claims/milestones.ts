import { expect } from "vitest";
import { hour, type World } from "../bench";
import type { Claim } from "../claim";
import { expectFields, type Field } from "../expect-fields";
import { expectReason, expectRefusal } from "../expect-refusal";
import { at, listAt, textAt } from "../look";

const milestoneFields: Record<string, Field> = {
  id: "text",
  name: "text?",
  description: "text?",
  status: "text",
  amountUsd: "number?",
  volume: "number?",
  milestoneNumber: "integer",
  dueDate: "instant?",
  pendingApproval: "boolean",
  needsReview: "boolean",
  invoiceId: "text?",
  createdAt: "instant",
};

const fund = (world: World, id: string) => world.post(`/milestones/${id}/fund`);
const release = (world: World, id: string) => world.post(`/milestones/${id}/approve`);

async function statusOf(world: World, id: string): Promise<unknown> {
  const contracts = listAt(await world.truth(), "contracts");
  return contracts.flatMap((one) => listAt(one, "milestones")).find((one) => at(one, "id") === id);
}

/** A new contract, its first milestone funded, and it ended; the ids of both. */
async function endedContract(world: World): Promise<{ contract: string; milestone: string }> {
  const contract = await world.contract();
  const asked = await world.post(`/contracts/${contract}/end`);
  const milestone = textAt((await world.get(`/contracts/${contract}`)).json, "contract.milestones.0.id");
  const unfunded = await world.createMilestone(contract);
  await world.confirm(textAt(asked.json, "approval.id"), { settle: "release" });
  return { contract, milestone: unfunded ?? milestone };
}

const creating: Claim[] = [
  {
    section: "5.4",
    claim: "a new milestone is 201, not funded, without an invoice, with every field of the object",
    kind: "shape",
    async tries(bench) {
      const world = await bench.account();
      const body = { name: "Batch 9", description: "More", amountUsd: 99.5, dueDate: "2027-03-01" };
      const heard = await world.post(`/contracts/${world.contractId()}/milestones`, body);
      expect(heard.status).toBe(201);
      expectFields(at(heard.json, "milestone"), milestoneFields);
      expect(at(heard.json, "milestone")).toMatchObject({
        name: "Batch 9",
        description: "More",
        status: "NOT_FUNDED",
        amountUsd: 99.5,
        invoiceId: null,
        dueDate: "2027-03-01T00:00:00.000Z",
      });
    },
  },
  {
    section: "5.1",
    claim: "milestones count from one, in the order they were made",
    kind: "state",
    async tries(bench) {
      const world = await bench.account();
      const contract = await world.contract();
      await world.createMilestone(contract);
      const { json } = await world.get(`/contracts/${contract}`);
      const numbers = listAt(json, "contract.milestones").map((one) => at(one, "milestoneNumber"));
      expect(numbers.toSorted()).toEqual([1, 2]);
    },
  },
  ...(
    [
      ["without a description", { amountUsd: 10 }, "description"],
      ["with an empty description", { description: "", amountUsd: 10 }, "description"],
      ["without an amount on a fixed price", { description: "More" }, "amountUsd"],
      ["with an amount of nothing", { description: "More", amountUsd: 0 }, "amountUsd"],
      ["with an amount below nothing", { description: "More", amountUsd: -5 }, "amountUsd"],
      ["with an amount that is text", { description: "More", amountUsd: "5" }, null],
    ] as const
  ).map(
    ([claim, body, field]): Claim => ({
      section: "5.4",
      claim: `a new milestone is 400 ${claim}`,
      kind: "reason",
      async tries(bench) {
        const world = await bench.account();
        const heard = await world.post(`/contracts/${world.contractId()}/milestones`, body);
        expectRefusal(heard, 400, field ? { field } : undefined);
      },
    }),
  ),
  {
    section: "5.4",
    claim: "paid by the hour it takes a volume, and the amount is rate times volume",
    kind: "money",
    async tries(bench) {
      const world = await bench.account();
      const contract = await world.contract({}, await world.proposalPaid("PAY_PER_HOUR"));
      const rate = at((await world.get(`/contracts/${contract}`)).json, "contract.rateUsd") as number;
      const heard = await world.post(`/contracts/${contract}/milestones`, {
        description: "More",
        volume: 10,
      });
      expect(heard.status).toBe(201);
      expect(at(heard.json, "milestone")).toMatchObject({ volume: 10, amountUsd: rate * 10 });
    },
  },
  {
    section: "5.4",
    claim: "paid by the hour it is 400 without a volume, and when amount and volume disagree",
    kind: "reason",
    async tries(bench) {
      const world = await bench.account();
      const contract = await world.contract({}, await world.proposalPaid("PAY_PER_HOUR"));
      const path = `/contracts/${contract}/milestones`;
      expectRefusal(await world.post(path, { description: "More", amountUsd: 10 }), 400);
      expectRefusal(await world.post(path, { description: "More", amountUsd: 10, volume: 10 }), 400);
    },
  },
  {
    section: "5.4",
    claim: "paid by volume without a rate, no milestone can be made",
    kind: "reason",
    async tries(bench) {
      const world = await bench.account();
      const contract = await world.contract({}, await world.proposalWithoutRate());
      expect(at((await world.get(`/contracts/${contract}`)).json, "contract.rateUsd")).toBeNull();
      const heard = await world.post(`/contracts/${contract}/milestones`, {
        description: "More",
        volume: 10,
      });
      expectReason(heard, 409, "contract_rate_missing");
    },
  },
  {
    section: "5.4",
    claim: "a contract that is missing or another account's is 404",
    kind: "visibility",
    async tries(bench) {
      const [world, other] = [await bench.account(), await bench.account()];
      const body = { description: "More", amountUsd: 10 };
      expectRefusal(await world.post("/contracts/ctr_none/milestones", body), 404);
      expectRefusal(await other.post(`/contracts/${world.contractId()}/milestones`, body), 404);
    },
  },
  {
    section: "5.4",
    claim: "an ended contract takes no more milestones",
    kind: "reason",
    async tries(bench) {
      const world = await bench.account();
      const { contract } = await endedContract(world);
      const body = { description: "More", amountUsd: 10 };
      expectReason(await world.post(`/contracts/${contract}/milestones`, body), 409, "contract_ended");
    },
  },
  {
    section: "5.4",
    claim: "making a milestone needs no human and moves no money",
    kind: "money",
    async tries(bench) {
      const world = await bench.account({ creditsCents: 50_000 });
      const before = await world.truth();
      await world.createMilestone(world.contractId());
      const after = await world.truth();
      for (const part of ["approvals", "credits", "ledger"])
        expect(at(after, part)).toEqual(at(before, part));
    },
  },
];

const funding: Claim[] = [
  {
    section: "3.2",
    claim: "funding is asked for without a body, and a milestone that is not funded takes it",
    kind: "state",
    async tries(bench) {
      const world = await bench.account();
      const { id, contractId } = await world.milestone("NOT_FUNDED");
      const heard = await fund(world, id);
      expect(heard.status).toBe(202);
      expect(at(heard.json, "approval")).toMatchObject({
        type: "milestone_fund",
        milestoneId: id,
        contractId,
      });
      expect(at(await statusOf(world, id), "status")).toBe("NOT_FUNDED");
    },
  },
  {
    section: "3.2",
    claim: "a funded milestone cannot be funded again",
    kind: "reason",
    async tries(bench) {
      const world = await bench.account();
      const { id } = await world.milestone("ACTIVE_FUNDED");
      expectReason(await fund(world, id), 409, "milestone_not_fundable");
    },
  },
  {
    section: "3.2",
    claim: "a milestone that is missing or another account's is 404",
    kind: "visibility",
    async tries(bench) {
      const [world, other] = [await bench.account(), await bench.account()];
      const { id } = await world.milestone("NOT_FUNDED");
      expectRefusal(await fund(world, "ms_none"), 404);
      expectRefusal(await fund(other, id), 404);
    },
  },
  {
    section: "3.2",
    claim: "a cancelled milestone is refused as such",
    kind: "reason",
    async tries(bench) {
      const world = await bench.account();
      const { id } = await world.milestone("CANCELLED");
      expectReason(await fund(world, id), 409, "milestone_cancelled");
    },
  },
  {
    section: "3.2",
    claim: "on an ended contract funding is refused as such",
    kind: "reason",
    async tries(bench) {
      const world = await bench.account();
      const { milestone } = await endedContract(world);
      expectReason(await fund(world, milestone), 409, "contract_ended");
    },
  },
  {
    section: "3.2",
    claim: "without a card and with too few credits funding is refused, with the way to billing",
    kind: "money",
    async tries(bench) {
      const world = await bench.account({ card: false, creditsCents: 1 });
      const { id } = await world.milestone("NOT_FUNDED");
      expectReason(await fund(world, id), 409, "payment_method_required", { billingUrl: expect.any(String) });
    },
  },
  {
    section: "3.2",
    claim: "credits that cover it stand in for a card",
    kind: "money",
    async tries(bench) {
      const world = await bench.account({ card: false, creditsCents: 500_000 });
      expect((await fund(world, (await world.milestone("NOT_FUNDED")).id)).status).toBe(202);
    },
  },
  {
    section: "3.2",
    claim: "asked again while pending it is the same request; after a decline or a lapse a new one",
    kind: "state",
    async tries(bench) {
      const world = await bench.account();
      const { id } = await world.milestone("NOT_FUNDED");
      const ask = async () => textAt((await fund(world, id)).json, "approval.id");
      const first = await ask();
      expect(await ask()).toBe(first);
      await world.decline(first);
      const second = await ask();
      await world.advance(73 * hour);
      const third = await ask();
      expect(new Set([first, second, third]).size).toBe(3);
    },
  },
  {
    section: "3.2",
    claim: "confirming funds the milestone and gives it an invoice",
    kind: "state",
    async tries(bench) {
      const world = await bench.account();
      const { id, contractId } = await world.milestone("NOT_FUNDED");
      await world.confirm(textAt((await fund(world, id)).json, "approval.id"));
      const { json } = await world.get(`/contracts/${contractId}`);
      const milestone = listAt(json, "contract.milestones").find((one) => at(one, "id") === id);
      expect(milestone).toMatchObject({ status: "ACTIVE_FUNDED", invoiceId: expect.any(String) });
    },
  },
  ...([0, 10] as const).map(
    (fundFeePercent): Claim => ({
      section: "11",
      claim: `funding 250.00 by credits takes ${fundFeePercent === 0 ? "250.00" : "275.00"} (switch) and holds 250.00`,
      kind: "money",
      async tries(bench) {
        const world = await bench.account({ creditsCents: 100_000 });
        await world.guess({ fundFeePercent });
        const id = await world.createMilestone(world.contractId(), 250);
        const before = await world.credits();
        const asked = await fund(world, id);
        expect(await world.credits()).toEqual(before);
        await world.confirm(textAt(asked.json, "approval.id"), { payWith: "credits" });
        const after = await world.credits();
        expect(before.available - after.available).toBe(25_000 + 250 * fundFeePercent);
        expect(after.reserved - before.reserved).toBe(25_000);
      },
    }),
  ),
  {
    section: "9.2",
    claim: "funding by credits writes a hold that names the contract and the milestone",
    kind: "money",
    async tries(bench) {
      const world = await bench.account({ creditsCents: 100_000 });
      const { id, contractId } = await world.milestone("NOT_FUNDED");
      await world.confirm(textAt((await fund(world, id)).json, "approval.id"), { payWith: "credits" });
      const entries = listAt((await world.get("/credits/ledger")).json, "entries");
      const hold = entries.find((one) => at(one, "type") === "HOLD" && at(one, "milestoneId") === id);
      expect(hold).toMatchObject({ contractId, milestoneId: id });
      expect(at(hold, "amountCents") as number).toBeLessThan(0);
    },
  },
  {
    section: "12.2",
    claim: "making and funding a milestone each show in the feed with its state",
    kind: "event",
    async tries(bench) {
      const world = await bench.account();
      const id = await world.createMilestone(world.contractId());
      await world.confirm(textAt((await fund(world, id)).json, "approval.id"));
      const told = (await world.events("milestone.status_changed")).filter(
        (event) => at(event, "data.milestoneId") === id,
      );
      expect(told.map((event) => at(event, "data.status"))).toEqual(["NOT_FUNDED", "ACTIVE_FUNDED"]);
    },
  },
];

const releasing: Claim[] = [
  {
    section: "3.3",
    claim: "releasing is asked for without a body, and a funded milestone takes it",
    kind: "state",
    async tries(bench) {
      const world = await bench.account();
      const { id, contractId } = await world.milestone("ACTIVE_FUNDED");
      const heard = await release(world, id);
      expect(heard.status).toBe(202);
      expect(at(heard.json, "approval")).toMatchObject({
        type: "milestone_approve",
        milestoneId: id,
        contractId,
      });
    },
  },
  {
    section: "3.3",
    claim: "a milestone that is not funded cannot be released, and its state is told",
    kind: "reason",
    async tries(bench) {
      const world = await bench.account();
      const { id } = await world.milestone("NOT_FUNDED");
      expectReason(await release(world, id), 409, "milestone_not_funded", { status: "NOT_FUNDED" });
    },
  },
  {
    section: "3.3",
    claim: "one that was released cannot be released again, and its state is told",
    kind: "reason",
    async tries(bench) {
      const world = await bench.account();
      const { id } = await world.milestone("ACTIVE_FUNDED");
      await world.confirm(textAt((await release(world, id)).json, "approval.id"));
      expectReason(await release(world, id), 409, "milestone_not_releasable", { status: expect.any(String) });
    },
  },
  {
    section: "3.3",
    claim: "a cancelled milestone is refused as such",
    kind: "reason",
    async tries(bench) {
      const world = await bench.account();
      const { id } = await world.milestone("CANCELLED");
      expectReason(await release(world, id), 409, "milestone_cancelled");
    },
  },
  {
    section: "3.3",
    claim: "on an ended contract releasing is refused, and the contract is named",
    kind: "reason",
    async tries(bench) {
      const world = await bench.account();
      const { contract, milestone } = await endedContract(world);
      expectReason(await release(world, milestone), 409, "contract_ended", { contractId: contract });
    },
  },
  {
    section: "3.3",
    claim: "a milestone that is missing or another account's is 404",
    kind: "visibility",
    async tries(bench) {
      const [world, other] = [await bench.account(), await bench.account()];
      const { id } = await world.milestone("ACTIVE_FUNDED");
      expectRefusal(await release(world, "ms_none"), 404);
      expectRefusal(await release(other, id), 404);
    },
  },
  {
    section: "3.3",
    claim: "asked again while pending it is the same request; after a decline a new one",
    kind: "state",
    async tries(bench) {
      const world = await bench.account();
      const { id } = await world.milestone("ACTIVE_FUNDED");
      const ask = async () => textAt((await release(world, id)).json, "approval.id");
      const first = await ask();
      expect(await ask()).toBe(first);
      await world.decline(first);
      expect(await ask()).not.toBe(first);
    },
  },
  {
    section: "11",
    claim: "releasing what credits funded charges nothing more and takes it out of escrow",
    kind: "money",
    async tries(bench) {
      const world = await bench.account({ creditsCents: 100_000 });
      const id = await world.createMilestone(world.contractId(), 250);
      await world.confirm(textAt((await fund(world, id)).json, "approval.id"), { payWith: "credits" });
      const before = await world.credits();
      await world.confirm(textAt((await release(world, id)).json, "approval.id"));
      const after = await world.credits();
      expect(after).toEqual({ available: before.available, reserved: before.reserved - 25_000 });
      const entries = listAt((await world.get("/credits/ledger")).json, "entries");
      const capture = entries.find((one) => at(one, "type") === "CAPTURE" && at(one, "milestoneId") === id);
      expect(capture).toMatchObject({ holdEntryId: expect.any(String) });
    },
  },
  ...(["PAID", "RELEASED", "Completed"] as const).map(
    (releasedSpelling): Claim => ({
      section: "5.2",
      claim: `a released milestone is spelled ${releasedSpelling} (switch), in the read and in the feed`,
      kind: "event",
      async tries(bench) {
        const world = await bench.account();
        await world.guess({ releasedSpelling });
        const { id, contractId } = await world.milestone("ACTIVE_FUNDED");
        await world.confirm(textAt((await release(world, id)).json, "approval.id"));
        const { json } = await world.get(`/contracts/${contractId}`);
        const read = listAt(json, "contract.milestones").find((one) => at(one, "id") === id);
        expect(at(read, "status")).toBe(releasedSpelling);
        const told = (await world.events("milestone.status_changed")).findLast(
          (event) => at(event, "data.milestoneId") === id,
        );
        expect(at(told, "data.status")).toBe(releasedSpelling);
      },
    }),
  ),
  ...([true, false] as const).map(
    (handInFlag): Claim => ({
      section: "5.3",
      claim: `work handed in ${handInFlag ? "shows" : "does not show"} in the two flags (switch), and the state stays funded`,
      kind: "state",
      async tries(bench) {
        const world = await bench.account();
        await world.guess({ handInFlag });
        const contract = at((await world.get(`/contracts/${world.contractId()}`)).json, "contract");
        const flagged = listAt(contract, "milestones").filter((one) => at(one, "pendingApproval") === true);
        expect(flagged.length).toBe(handInFlag ? 1 : 0);
        for (const one of flagged) expect(at(one, "status")).toBe("ACTIVE_FUNDED");
      },
    }),
  ),
];

export const milestoneClaims: Claim[] = [...creating, ...funding, ...releasing];
