import { mkdtemp, rm } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readEnvironment } from "./environment";
import { type Running, startSandbox } from "./start";

let dir: string;
let running: Running;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "start-"));
  const environment = readEnvironment({
    NODE_ENV: "test",
    DATA_DIR: dir,
    SANDBOX_PORT: "0",
    SANDBOX_ORIGIN: "",
  });
  running = await startSandbox(
    environment,
    () => undefined,
    () => undefined,
  );
});
afterAll(async () => {
  await running.stop();
  await rm(dir, { recursive: true, force: true });
});

const me = () =>
  fetch(`http://127.0.0.1:${running.port}/api/public/v1/auth/me`, {
    headers: { authorization: `Bearer ${running.tokens.owner}` },
  });

const door = (path: string, body: object) =>
  fetch(`http://127.0.0.1:${running.port}/_sandbox${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });

test("the Date header goes out once and follows the account's clock", async () => {
  await door("/clock", { accountId: running.accountId, advanceMs: 30 * 86_400_000 });
  const dates = await new Promise<string[]>((resolve, reject) => {
    const headers = { authorization: `Bearer ${running.tokens.owner}` };
    request(
      { port: running.port, host: "127.0.0.1", path: "/api/public/v1/auth/me", headers },
      (response) => {
        response.resume();
        const { rawHeaders } = response;
        resolve(rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === "date"));
      },
    )
      .on("error", reject)
      .end();
  });
  expect(dates).toHaveLength(1);
  expect(Date.parse(dates[0] ?? "") - Date.now()).toBeGreaterThan(29 * 86_400_000);
});

test("a dropped connection gives no answer at all", async () => {
  const { accountId } = running;
  await door("/faults", { accountId, match: { path: "/auth/me" }, kind: "drop", times: 1 });
  await expect(me()).rejects.toThrow("fetch failed");
  expect((await me()).status).toBe(200);
});

test("the account made at start says who it is", async () => {
  expect(await (await me()).json()).toMatchObject({
    actor: { firstName: "Sam", userType: "EMPLOYER" },
    account: { kind: "employer_organization", memberRole: "OWNER" },
  });
});

test("the team names the organization", async () => {
  const { tokens, origin } = running;
  const answer = await fetch(`${origin}/api/public/v1/team`, {
    headers: { authorization: `Bearer ${tokens.member}` },
  });
  expect(await answer.json()).toMatchObject({
    team: { organization: { name: "Dashcam Labs" }, invites: [] },
  });
});

test("a faulty environment is named, its values are not", () => {
  const read = () =>
    readEnvironment({
      NODE_ENV: "test",
      SANDBOX_PORT: "secret",
      SANDBOX_AGENT: "on",
      SANDBOX_ORIGIN: "nowhere",
      SANDBOX_FAILPOINT: "secret@accounts",
      SANDBOX_ROTATE_AT_BYTES: "999",
    });
  const names = [/SANDBOX_PORT/, /SANDBOX_ORIGIN/, /SANDBOX_AGENT=on/, /SANDBOX_FAILPOINT/, /SANDBOX_ROTATE/];
  for (const name of names) expect(read).toThrow(name);
  expect(read).not.toThrow(/secret|nowhere/);
});
