import { readFileSync, renameSync } from "node:fs";
import { join } from "node:path";
import { unique } from "./fixtures/agent";
import { expect, test } from "./fixtures/test";
import { InboxPage } from "./pages/inbox-page";
import { runToItsEnd } from "./stack/inbox-process";
import { placesOf } from "./stack/start-stack";

test.use({ world: { kind: "account", name: "database" } });

const away = "The inbox cannot reach its database";

function filesOf(dataDir: string): string {
  const [, apart] = placesOf(dataDir);
  return join(apart ?? join(dataDir, "postgres"), "data");
}

const postmasterIn = (files: string) =>
  Number(readFileSync(join(files, "postmaster.pid"), "utf8").split("\n")[0]);

test("the database dies under a running inbox: said in words everywhere, back by itself, nothing lost", async ({
  owner,
  agent,
  inbox,
  stack,
  faults,
  browser,
}) => {
  test.setTimeout(120_000);
  faults.expect(/\b50[03]\b/);
  const name = unique("Outlives the database");
  const asked = await agent.fund((await agent.newMilestone(name, 71)).id);
  expect((await agent.tell(asked)).status).toBe(202);
  await expect.poll(() => inbox.phaseOf(asked.id)).toBe("waiting");
  const list = new InboxPage(owner);
  await list.open();
  await expect(list.row(name)).toBeVisible();
  const heading = owner.getByRole("heading", { level: 1 });
  const bare = await (await browser.newContext({ baseURL: stack.web, javaScriptEnabled: false })).newPage();
  const health = () => fetch(`${stack.web}/api/health`);

  const files = filesOf(stack.dataDir);
  const pid = postmasterIn(files);
  // Kept from coming back until everything was looked at.
  renameSync(join(files, "global"), join(files, "global-aside"));
  try {
    process.kill(pid, "SIGKILL");
    await expect.poll(async () => (await health()).status).toBe(503);
    expect(await (await health()).json()).toMatchObject({ status: "degraded", database: "down" });
    for (const path of ["/api/approvals", "/api/summary"]) {
      const answer = await inbox.http.get(path);
      expect(answer.status(), path).toBe(503);
      expect(await answer.json()).toMatchObject({
        code: "UNAVAILABLE",
        error: expect.stringContaining("database"),
      });
    }
    expect(await agent.tell(asked)).toMatchObject({ status: 503, body: { code: "UNAVAILABLE" } });
    const page = await bare.goto("/");
    expect(page?.status()).toBe(503);
    await expect(bare.getByRole("heading", { level: 1 })).toHaveText(away);
    await owner.goto("/history");
    await expect(heading).toHaveText(away);
  } finally {
    renameSync(join(files, "global-aside"), join(files, "global"));
  }

  await expect(heading).toHaveText("History", { timeout: 45_000 });
  await expect(bare).toHaveURL(/\/sign-in/, { timeout: 15_000 });
  await expect.poll(async () => (await (await health()).json()) as object).toMatchObject({ database: "ok" });
  expect(postmasterIn(files)).not.toBe(pid);
  await list.open();
  await expect(list.row(name)).toBeVisible();
  expect((await agent.tell(asked)).status).toBe(202);
  await bare.context().close();
});

test("a second start on the same data is refused by the address of the first", async ({ stack }) => {
  const env = { ENV_FILE: "none", DATA_DIR: stack.dataDir, PORT: "0", SANDBOX: "off" };
  const { code, output } = await runToItsEnd(env);
  expect(code).toBe(1);
  expect(output.trim().split("\n")).toHaveLength(3);
  expect(output).toContain(`already runs on this data at ${stack.web}`);
  expect((await fetch(`${stack.web}/api/health`)).status).toBe(200);
});
