import { readFileSync } from "node:fs";
import { readCsv } from "@/lib/testing/read-csv";
import { unique } from "./fixtures/agent";
import { signIn } from "./fixtures/inbox-api";
import { expect, test } from "./fixtures/test";

test("what is looked at can be taken away as a file, without JavaScript", async ({
  agent,
  browser,
  stack,
  inbox,
}) => {
  await agent.tell(await agent.fund((await agent.newMilestone(unique("Taken away"), 20)).id));
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: stack.web });
  await signIn(context.request, stack.web, stack.owner);
  const page = await context.newPage();
  for (const [address, query] of [
    ["/history", "?phase=settled"],
    ["/", ""],
    ["/?type=milestone_fund", "?type=milestone_fund"],
  ] as const) {
    await page.goto(address);
    const downloaded = page.waitForEvent("download");
    await page.getByRole("link", { name: "Export CSV" }).click();
    const download = await downloaded;
    expect(download.suggestedFilename()).toMatch(/^countersign-[a-z]+-\d{4}-\d\d-\d\d-UTC\.csv$/);
    const text = readFileSync(await download.path(), "utf8");
    const ids = readCsv(text.slice(1)).map(([id]) => id);
    expect(ids.slice(1), address).toEqual((await inbox.approvals(query)).map(({ id }) => id));
    expect(ids.length, address).toBeGreaterThan(1);
  }
  await context.close();
});
