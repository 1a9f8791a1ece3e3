import { beforeEach, expect, it } from "vitest";
import { getContract } from "@/lib/services/contracts/get";
import { syncConnection } from "@/lib/sync/sync-connection";
import { useTestDatabase } from "@/lib/testing/database";
import { type MadeWorkspace, makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { useTinyUpstream } from "@/lib/testing/factories/upstream";
import { wireContract, wireMilestone } from "@/lib/testing/factories/wire";

const database = useTestDatabase();
const upstream = useTinyUpstream();
const path = /^\/credits\/ledger/;
const minuteMs = 60_000;

let made: MadeWorkspace;
let contract: ReturnType<typeof wireContract>;
let later = 0;
beforeEach(async () => {
  upstream.heal();
  upstream.calls = [];
  upstream.ledger = [];
  upstream.ledgerPage = 100;
  later = 0;
  made = await makeWorkspace(database.db, { origin: upstream.origin });
  upstream.account = { ...upstream.account, organizationId: made.accountKey };
  contract = wireContract({ milestones: [wireMilestone()], proposalId: "prop_1" });
  upstream.contracts = new Map([[contract.id, contract]]);
});

/** Written down by OpenTrain, the newest. */
function write(id: string, more: Record<string, unknown> = {}): void {
  const createdAt = new Date(Date.UTC(2026, 10, 1) + upstream.ledger.length * minuteMs).toISOString();
  const entry = { id, type: "HOLD", amountCents: -27_500, createdAt, contractId: contract.id, ...more };
  upstream.ledger = [entry, ...upstream.ledger];
}

/** Eleven minutes after the last one, when the ledger is due again. */
async function sync(): Promise<void> {
  later += 11 * minuteMs;
  const clock = () => new Date(Date.now() + later);
  await syncConnection({ db: database.db, connectionId: made.connectionId, isForced: true, clock });
}
const ledger = async () => (await getContract({ ctx: made.as("viewer"), input: { id: contract.id } })).ledger;
const ids = async () => (await ledger()).entries.map(({ id }) => id);
const asked = () => upstream.calls.filter((call) => path.test(call)).length;

it("keeps what OpenTrain wrote of a contract, by whichever of its names, with its sign and its source's age", async () => {
  const milestoneId = contract.milestones[0]?.id;
  write("by-contract");
  write("by-milestone", { contractId: null, milestoneId, type: "CAPTURE", note: "Fees" });
  write("by-proposal", { contractId: null, jobofferId: "prop_1" });
  write("of-another", { contractId: "con_other" });
  write("top-up", { contractId: null, type: "TOP_UP", amountCents: 5000 });
  await sync();
  expect(await ids()).toEqual(["by-proposal", "by-milestone", "by-contract"]);
  expect((await ledger()).entries[1]).toMatchObject({
    type: "CAPTURE",
    amountCents: -27_500,
    milestoneName: "Pilot",
    note: "Fees",
  });
  expect(await ledger()).toMatchObject({ readAt: expect.any(Date), isWhole: true, unread: null, more: 0 });
});

it("reads on until it meets what it knows, and no further", async () => {
  upstream.ledgerPage = 2;
  for (const id of ["1", "2", "3", "4"]) write(id);
  await sync();
  expect(await ids()).toEqual(["4", "3", "2", "1"]);
  upstream.calls = [];
  write("5");
  await sync();
  expect(await ids()).toEqual(["5", "4", "3", "2", "1"]);
  expect(asked()).toBe(1);
});

it("reads a long past over several rounds, and misses nothing that is written meanwhile", async () => {
  upstream.ledgerPage = 1;
  const past = Array.from({ length: 20 }, (_, index) => `old-${index}`);
  for (const id of past) write(id);
  await sync();
  expect(await ledger()).toMatchObject({ isWhole: false });
  for (const id of ["new-1", "new-2", "new-3", "new-4", "new-5"]) write(id);
  for (let round = 0; round < 24; round += 1) await sync();
  expect((await ids()).toSorted()).toEqual(upstream.ledger.map(({ id }) => id).toSorted());
  expect(await ledger()).toMatchObject({ isWhole: true });
});

it("goes on where it was when a page in the middle cannot be read", async () => {
  upstream.ledgerPage = 1;
  for (const id of ["1", "2", "3", "4"]) write(id);
  upstream.fail(path, 500, 1, 1);
  await sync();
  expect(await ids()).toEqual(["4"]);
  for (let round = 0; round < 3; round += 1) await sync();
  expect(await ids()).toEqual(["4", "3", "2", "1"]);
  expect(await ledger()).toMatchObject({ isWhole: true, unread: null });
});

it("says why nothing is known, and not that there is nothing", async () => {
  upstream.failScope(path, ["payments:read"]);
  await sync();
  expect(await ledger()).toMatchObject({ readAt: null, isWhole: false, unread: { code: "scope" } });
  upstream.heal();
  await sync();
  expect(await ledger()).toMatchObject({ readAt: expect.any(Date), unread: null });
});

it("keeps a figure that is no amount as it was said", async () => {
  write("odd", { amountCents: 12.5 });
  await sync();
  expect((await ledger()).entries).toMatchObject([{ amountCents: null, amountUnreadable: "12.5" }]);
});
