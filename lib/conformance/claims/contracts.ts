import { expect } from "vitest";
import type { World } from "../bench";
import type { Claim } from "../claim";
import { expectFields, type Field } from "../expect-fields";
import { expectReason, expectRefusal } from "../expect-refusal";
import { at, listAt, numberAt, textAt } from "../look";

const contractFields: Record<string, Field> = {
  id: "text",
  status: ["active", "ended"],
  title: "text",
  jobId: "text",
  proposalId: "text",
  paymentType: ["FIXED_PRICE", "PAY_PER_HOUR", "PAY_PER_LABEL", "FIXED", null as unknown as string],
  rateUsd: "number?",
  estimatedTotalUsd: "number?",
  estimatedVolume: "number?",
  hasActiveMilestone: "boolean",
  startDate: "instant?",
  endDate: "instant?",
  createdAt: "instant",
  updatedAt: "instant",
  freelancer: "object",
  milestones: "list",
};

const end = (world: World, id: string) => world.post(`/contracts/${id}/end`);

/** A contract that has nothing in escrow. */
async function unfunded(world: World): Promise<string> {
  const contract = await world.contract();
  const milestone = textAt((await world.get(`/contracts/${contract}`)).json, "contract.milestones.0.id");
  const asked = await world.post(`/milestones/${milestone}/approve`);
  await world.confirm(textAt(asked.json, "approval.id"));
  return contract;
}

const reading: Claim[] = [
  {
    section: "4.1",
    claim: "a contract of the list has every field of the object",
    kind: "shape",
    async reads(reader) {
      const contract = await reader.first("/contracts", "contracts");
      expectFields(contract, contractFields);
      expectFields(at(contract, "freelancer"), { userId: "text", displayName: "text", profilePath: "text" });
    },
  },
  {
    section: "4.2",
    claim: "contracts come newest first, without a cursor",
    kind: "paging",
    async reads(reader) {
      const { json } = await reader.get("/contracts");
      const made = listAt(json, "contracts").map((one) => Date.parse(textAt(one, "createdAt")));
      expect(made).toEqual(made.toSorted((a, b) => b - a));
      expect(json).not.toHaveProperty("nextCursor");
    },
  },
  ...(["active", "ended"] as const).map(
    (status): Claim => ({
      section: "4.2",
      claim: `the list can be asked for ${status} contracts alone`,
      kind: "paging",
      async reads(reader) {
        const all = listAt((await reader.get("/contracts")).json, "contracts");
        const some = listAt((await reader.get(`/contracts?status=${status}`)).json, "contracts");
        expect(some).toEqual(all.filter((one) => at(one, "status") === status));
      },
    }),
  ),
  {
    section: "4.2",
    claim: "any other state to ask for is 400 and names the field",
    kind: "reason",
    async reads(reader) {
      expectRefusal(await reader.get("/contracts?status=paused"), 400, { field: "status" });
    },
  },
  {
    section: "4.2",
    claim: "the list can be asked for one job; a job that never was is 404",
    kind: "paging",
    async reads(reader) {
      const contract = await reader.first("/contracts", "contracts");
      const jobId = textAt(contract, "jobId");
      const some = listAt((await reader.get(`/contracts?jobId=${jobId}`)).json, "contracts");
      expect(some.map((one) => at(one, "id"))).toContain(at(contract, "id"));
      expect(new Set(some.map((one) => at(one, "jobId")))).toEqual(new Set([jobId]));
      expectRefusal(await reader.get("/contracts?jobId=job_conformance_none"), 404);
    },
  },
  {
    section: "4.2",
    claim: "a job of another account is 403",
    kind: "visibility",
    async tries(bench) {
      const [world, other] = [await bench.account(), await bench.account()];
      expectRefusal(await other.get(`/contracts?jobId=${world.made.ids.jobs[0]}`), 403);
    },
  },
  {
    section: "4.1",
    claim: "refunded and cancelled milestones are left out, in the list and in the one",
    kind: "visibility",
    async tries(bench) {
      const world = await bench.account();
      const hidden = [...(await world.milestones("CANCELLED")), ...(await world.milestones("REFUNDED"))];
      expect(hidden.length).toBeGreaterThanOrEqual(2);
      const { json } = await world.get(`/contracts/${world.contractId()}`);
      const listed = listAt((await world.get("/contracts")).json, "contracts");
      const shown = [at(json, "contract"), ...listed].flatMap((one) => listAt(one, "milestones"));
      const ids = shown.map((one) => at(one, "id"));
      expect(hidden.filter(({ id }) => ids.includes(id))).toEqual([]);
    },
  },
  {
    section: "4.3",
    claim: "the one contract has its conversation and its budget besides, which the list has not",
    kind: "shape",
    async reads(reader) {
      const listed = await reader.first("/contracts", "contracts");
      const { json } = await reader.get(`/contracts/${textAt(listed, "id")}`);
      expect(at(json, "contract")).toMatchObject({ id: at(listed, "id"), status: at(listed, "status") });
      expectFields(at(json, "contract"), {
        ...contractFields,
        jobDmConversationId: "text?",
        budget: "object?",
      });
      expect(listed).not.toHaveProperty("budget");
      expect(listed).not.toHaveProperty("jobDmConversationId");
    },
  },
  {
    section: "4.3",
    claim: "a contract that is missing or another account's is 404",
    kind: "visibility",
    async tries(bench) {
      const [world, other] = [await bench.account(), await bench.account()];
      expectRefusal(await world.get("/contracts/ctr_none"), 404);
      expectRefusal(await other.get(`/contracts/${world.contractId()}`), 404);
    },
  },
  {
    section: "4.1",
    claim: "an active contract has no end, an ended one has",
    kind: "state",
    async tries(bench) {
      const world = await bench.account();
      const contract = await unfunded(world);
      expect(at((await world.get(`/contracts/${contract}`)).json, "contract.endDate")).toBeNull();
      await end(world, contract);
      expectFields(at((await world.get(`/contracts/${contract}`)).json, "contract"), { endDate: "instant" });
    },
  },
  {
    section: "24",
    claim: "a freelancer is a first name and an initial, also after the hire",
    kind: "visibility",
    async reads(reader) {
      const contract = await reader.first("/contracts", "contracts");
      const name = textAt(contract, "freelancer.displayName");
      expect(name === "Freelancer" || /^\S+( \p{L}\.?)?$/u.test(name), "first name and initial").toBe(true);
      expect(JSON.stringify(contract)).not.toMatch(/@[a-z0-9-]+\./i);
    },
  },
  {
    section: "21",
    claim: "a profile is a path without a host",
    kind: "format",
    async reads(reader) {
      const contract = await reader.first("/contracts", "contracts");
      expect(textAt(contract, "freelancer.profilePath")).toMatch(/^\/profile\//);
    },
  },
];

const budget: Claim[] = [
  {
    section: "6",
    claim: "a budget has every field, and that of a fixed price is OK with no volume",
    kind: "shape",
    async tries(bench) {
      const world = await bench.account();
      const held = at((await world.get(`/contracts/${world.contractId()}`)).json, "contract.budget");
      expectFields(held, {
        contractId: "text",
        paymentType: "text?",
        state: ["OK", "LOW", "DEPLETED"],
        fundedVolume: "number",
        fundedAmountUsd: "number",
        consumed: "object",
        consumedVolume: "number",
        remainingVolume: "number",
        consumedFraction: "number",
        activeMilestone: "object?",
        lastUsageAt: "instant?",
      });
      expect(held).toMatchObject({ state: "OK", fundedVolume: 0 });
      expectFields(at(held, "consumed"), {
        seconds: "number",
        hours: "number",
        labels: "number",
        tasks: "number",
      });
    },
  },
  {
    section: "6",
    claim: "funded amount counts funded and completed milestones",
    kind: "money",
    async tries(bench) {
      const world = await bench.account();
      const id = world.contractId();
      const before = numberAt((await world.get(`/contracts/${id}`)).json, "contract.budget.fundedAmountUsd");
      const milestone = await world.createMilestone(id, 40.25);
      const funded = await world.post(`/milestones/${milestone}/fund`);
      await world.confirm(textAt(funded.json, "approval.id"));
      const released = await world.post(`/milestones/${milestone}/approve`);
      await world.confirm(textAt(released.json, "approval.id"));
      const after = numberAt((await world.get(`/contracts/${id}`)).json, "contract.budget.fundedAmountUsd");
      expect(Math.round((after - before) * 100)).toBe(4025);
    },
  },
  {
    section: "6",
    claim: "paid by the hour, a funded milestone's volume is the budget's",
    kind: "money",
    async tries(bench) {
      const world = await bench.account();
      const id = await world.contract({}, await world.proposalPaid("PAY_PER_HOUR"));
      const made = await world.post(`/contracts/${id}/milestones`, { description: "More", volume: 10 });
      const funded = await world.post(`/milestones/${textAt(made.json, "milestone.id")}/fund`);
      const before = numberAt((await world.get(`/contracts/${id}`)).json, "contract.budget.fundedVolume");
      await world.confirm(textAt(funded.json, "approval.id"));
      const held = at((await world.get(`/contracts/${id}`)).json, "contract.budget");
      expect(numberAt(held, "fundedVolume") - before).toBe(10);
      expect(numberAt(held, "remainingVolume")).toBe(numberAt(held, "fundedVolume"));
    },
  },
  ...(
    [
      [7.9, "OK"],
      [8, "LOW"],
      [9.9, "LOW"],
      [10, "DEPLETED"],
    ] as const
  ).map(
    ([hours, state]): Claim => ({
      section: "6",
      claim: `${hours} of 10 funded hours used is ${state}, and the feed tells of a change`,
      kind: "event",
      async tries(bench) {
        const world = await bench.account();
        const id = await world.contract(
          { milestone: { amount: 0.01 } },
          await world.proposalPaid("PAY_PER_HOUR"),
        );
        const first = numberAt((await world.get(`/contracts/${id}`)).json, "contract.budget.fundedVolume");
        const made = await world.post(`/contracts/${id}/milestones`, { description: "More", volume: 10 });
        const funded = await world.post(`/milestones/${textAt(made.json, "milestone.id")}/fund`);
        await world.confirm(textAt(funded.json, "approval.id"));
        await world.work(id, { seconds: Math.ceil((hours / 10) * (10 + first) * 3600) });
        const held = at((await world.get(`/contracts/${id}`)).json, "contract.budget");
        expect(held).toMatchObject({ state, lastUsageAt: expect.any(String) });
        const told = await world.events("contract.budget_state_changed");
        expect(told.map((event) => at(event, "data.state"))).toEqual(state === "OK" ? [] : [state]);
      },
    }),
  ),
];

const ending: Claim[] = [
  {
    section: "3.4",
    claim: "with nothing in escrow a contract ends at once: 200 {ok, contractId, status}",
    kind: "state",
    async tries(bench) {
      const world = await bench.account();
      const contract = await unfunded(world);
      const heard = await end(world, contract);
      expect(heard.status).toBe(200);
      expect(heard.json).toEqual({ ok: true, contractId: contract, status: "ended" });
      expect(at((await world.get(`/contracts/${contract}`)).json, "contract.status")).toBe("ended");
      expect(
        listAt(await world.truth(), "approvals").filter((one) => at(one, "type") === "contract_end"),
      ).toEqual([]);
    },
  },
  {
    section: "3.4",
    claim: "with money in escrow it takes a human: 202 with a request and no ok",
    kind: "state",
    async tries(bench) {
      const world = await bench.account();
      const heard = await end(world, world.contractId());
      expect(heard.status).toBe(202);
      expect(heard.json).not.toHaveProperty("ok");
      expect(at(heard.json, "approval")).toMatchObject({
        type: "contract_end",
        contractId: world.contractId(),
      });
      expect(at((await world.get(`/contracts/${world.contractId()}`)).json, "contract.status")).toBe(
        "active",
      );
    },
  },
  {
    section: "3.4",
    claim: "an ended contract cannot be ended again",
    kind: "reason",
    async tries(bench) {
      const world = await bench.account();
      const contract = await unfunded(world);
      await end(world, contract);
      expectReason(await end(world, contract), 409, "contract_ended");
    },
  },
  {
    section: "3.4",
    claim: "a contract that is missing or another account's is 404",
    kind: "visibility",
    async tries(bench) {
      const [world, other] = [await bench.account(), await bench.account()];
      expectRefusal(await end(world, "ctr_none"), 404);
      expectRefusal(await end(other, world.contractId()), 404);
    },
  },
  {
    section: "3.4",
    claim: "asked again while pending it is the same request; after a decline a new one",
    kind: "state",
    async tries(bench) {
      const world = await bench.account();
      const ask = async () => textAt((await end(world, world.contractId())).json, "approval.id");
      const first = await ask();
      expect(await ask()).toBe(first);
      await world.decline(first);
      expect(await ask()).not.toBe(first);
    },
  },
  ...(["release", "refund"] as const).map(
    (settle): Claim => ({
      section: "3.4",
      claim: `confirming an end can ${settle} what credits put into escrow, and none stays held`,
      kind: "money",
      async tries(bench) {
        const world = await bench.account({ creditsCents: 100_000 });
        const before = await world.credits();
        const contract = await world.contract({ payWith: "credits" });
        const held = await world.credits();
        expect(held.reserved - before.reserved).toBe(18_000);
        const asked = await end(world, contract);
        await world.confirm(textAt(asked.json, "approval.id"), { settle });
        const after = await world.credits();
        expect(after.reserved).toBe(before.reserved);
        expect(after.available - held.available).toBe(settle === "refund" ? 18_000 : 0);
        const types = listAt((await world.get("/credits/ledger")).json, "entries").map((one) =>
          at(one, "type"),
        );
        expect(types).toContain(settle === "refund" ? "HOLD_RELEASE" : "CAPTURE");
        expect(at((await world.get(`/contracts/${contract}`)).json, "contract.status")).toBe("ended");
      },
    }),
  ),
];

export const contractClaims: Claim[] = [...reading, ...budget, ...ending];
