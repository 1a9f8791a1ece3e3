import type { ApprovalList } from "@/lib/api/types";
import { expect, test } from "./fixtures/test";

test.use({ world: { kind: "account", name: "hostile", scenario: "hostile" } });

const isPlain = (id: string) => /^[a-z]+_[a-z0-9]+$/.test(id);
/** What our own pages take for an id at all. */
const longest = 200;

test("whatever an id looks like, a request that is listed can be opened, and so can its contract", async ({
  owner,
  agent,
  human,
  inbox,
}) => {
  test.setTimeout(120_000);
  const { approvals } = await human.truth();
  const odd = approvals.filter(({ id }) => !isPlain(id) && id.length <= longest);
  expect(odd.length).toBeGreaterThanOrEqual(5);
  for (const { id } of odd) expect((await agent.capture({ id })).status, id).toBe(202);

  const list = await inbox.get<ApprovalList>("/api/approvals?limit=200");
  const listed = list.approvals.filter(({ id }) => odd.some((one) => one.id === id));
  expect(listed.length).toBeGreaterThanOrEqual(5);
  for (const { id, contractId } of listed) {
    const address = encodeURIComponent(id);
    const { approval } = await inbox.approval(id);
    expect.soft(approval.id).toBe(id);
    const page = await owner.request.get(`/approvals/${address}`);
    expect.soft(page.status(), `the page of ${id}`).toBe(200);
    expect.soft(await page.text(), `the page of ${id}`).not.toContain("There is no such request");
    if (contractId === null || contractId.length > longest) continue;
    const contract = await owner.request.get(`/contracts/${encodeURIComponent(contractId)}`);
    expect.soft(contract.status(), `the contract ${contractId}`).toBe(200);
  }
});
