import type { ApprovalList } from "@/lib/api/types";
import { unique } from "./fixtures/agent";
import type { InboxApi } from "./fixtures/inbox-api";
import { expect, test } from "./fixtures/test";

test.use({ world: { kind: "account", name: "list" } });

const many = 40;

async function pageThrough(inbox: InboxApi, query: string): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const after: string = cursor && `&cursor=${encodeURIComponent(cursor)}`;
    const page: ApprovalList = await inbox.get(`/api/approvals?${query}${after}`);
    ids.push(...page.approvals.map(({ id }) => id));
    cursor = page.nextCursor;
  }
  return ids.sort();
}

test("pages neither skip nor repeat a request while they are being settled", async ({
  agent,
  human,
  inbox,
}) => {
  const asked = await Promise.all(
    Array.from({ length: many }, async () => {
      const approval = await agent.fund((await agent.newMilestone(unique("Paged"), 20)).id);
      await agent.tell(approval);
      return approval.id;
    }),
  );
  await expect.poll(async () => (await inbox.approvals("?limit=200")).length).toBe(many);

  const settling = { isOver: false };
  const settle = async () => {
    for (const id of asked) await human.decline(id);
    await expect.poll(async () => (await inbox.approvals("?phase=declined&limit=200")).length).toBe(many);
    settling.isOver = true;
  };
  const passes: string[][] = [];
  const look = async () => {
    while (!settling.isOver) passes.push(await pageThrough(inbox, "phase=all&limit=9"));
  };
  await Promise.all([settle(), look()]);

  asked.sort();
  expect(passes.filter((ids) => ids.join() !== asked.join())).toEqual([]);
  expect(await pageThrough(inbox, "phase=settled&limit=9")).toEqual(asked);
  expect(await pageThrough(inbox, "phase=open&limit=9")).toEqual([]);
});
