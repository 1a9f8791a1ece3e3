import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { transform } from "esbuild";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { keySnippets, keyTest, keyVariable, recorderSnippets, recorderTest } from "./capture-snippets";

const run = promisify(execFile);
/** What is not on this machine cannot be tried here. */
const has = (command: string) => spawnSync(command, ["--version"]).status === 0;
const folder = mkdtempSync(join(tmpdir(), "snippets-"));
const file = (name: string) => join(folder, name);

type Got = { path: string; authorization: string | undefined; body: unknown };
let got: Got[] = [];
let says = { status: 202, body: '{"state":"listed"}' };
const server = createServer((request, response) => {
  void textOf(request).then((text) => {
    const body: unknown = text === "" ? null : JSON.parse(text);
    got.push({ path: request.url ?? "", authorization: request.headers.authorization, body });
    response.writeHead(says.status, { "content-type": "application/json" }).end(says.body);
  });
});
let origin = "";

const textOf = async (request: IncomingMessage) => {
  let text = "";
  for await (const piece of request) text += String(piece);
  return text;
};

const answer = { approval: { id: "apr_1", type: "proposal_hire" }, message: "It's waiting." };
const request = { milestone: { name: 'A "quoted" name', amount: 450 } };
/** Everything a shell, JSON or a format would trip over. */
const hostile = `it's "best" $(touch ${file("owned")}) \`id\` \\n %s ' ; rm`;
const secret = "cs_capture_0123456789";
const ways = [
  { label: "label-agent", secret },
  { label: hostile.slice(0, 80), secret },
  { label: "label-agent", secret: null },
];
const expected = (label: string, reason: string) => ({
  path: "/api/capture",
  authorization: `Bearer ${secret}`,
  body: { approval: answer.approval, request, agent: { name: label, reason } },
});
/** The whole answer may stand under `approval`; the inbox takes it apart. */
const asTold = ({ body, ...rest }: Got) => {
  const told = body as { approval: { approval?: object } };
  return { ...rest, body: { ...told, approval: told.approval.approval ?? told.approval } };
};

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  writeFileSync(file("answer.json"), JSON.stringify(answer));
  writeFileSync(file("request.json"), JSON.stringify(request));
});
beforeEach(() => {
  got = [];
  says = { status: 202, body: '{"state":"listed"}' };
});
afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const env = { ...process.env, [keyVariable]: secret, OPENTRAIN_API_TOKEN: "ot_pat_of_the_agent" };
const sh = (script: string, ...args: string[]) =>
  run("sh", ["-c", script, "sh", ...args], { env, cwd: folder });

describe.each(ways)("a key's snippets for $label", ({ label, secret: given }) => {
  const way = () => ({ origin, label, secret: given });

  it.skipIf(!has("curl"))("tell of an answer from a shell", async () => {
    await sh(`${keySnippets.curl(way())}\ncountersign answer.json request.json "$1"`, hostile);
    expect(got.map(asTold)).toEqual([expected(label, hostile)]);
  });

  it("tell of an answer from TypeScript, and only of a 202", async () => {
    const { code } = await transform(keySnippets.typescript(way()), { loader: "ts", format: "esm" });
    const call = (status: number) =>
      `await tellCountersign(${JSON.stringify({ status, body: answer })}, ${JSON.stringify(request)}, ${JSON.stringify(hostile)});`;
    writeFileSync(file("tell.mjs"), [code, call(200), call(202)].join("\n"));
    await run(process.execPath, [file("tell.mjs")], { env });
    expect(got).toEqual([expected(label, hostile)]);
  });

  it.skipIf(!has("python3"))("tell of an answer from Python, and only of a 202", async () => {
    const read = (name: string) => `json.load(open(${JSON.stringify(file(name))}))`;
    const call = (status: number) =>
      `tell_countersign(${status}, ${read("answer.json")}, ${read("request.json")}, sys.argv[1])`;
    writeFileSync(file("tell.py"), [keySnippets.python(way()), call(200), call(202)].join("\n"));
    await run("python3", [file("tell.py"), hostile], { env });
    expect(got).toEqual([expected(label, hostile)]);
  });

  it.skipIf(!has("curl"))("try the key without telling anything", async () => {
    await sh(keyTest(way()));
    expect(got).toEqual([{ path: "/api/capture", authorization: `Bearer ${secret}`, body: { test: true } }]);
  });
});

it("does not stop an agent where the inbox does not answer", async () => {
  const away = { origin: "http://127.0.0.1:9", label: "label-agent", secret };
  const { code } = await transform(keySnippets.typescript(away), { loader: "ts", format: "esm" });
  writeFileSync(file("away.mjs"), `${code}\nawait tellCountersign({ status: 202, body: {} }, {}, "");`);
  expect((await run(process.execPath, [file("away.mjs")])).stderr).toContain("Countersign was not told");
});

it.skipIf(!has("python3"))("nor one that is written in Python", async () => {
  const away = { origin: "http://127.0.0.1:9", label: "label-agent", secret };
  const call = 'tell_countersign(202, {"approval": {}}, {}, "")';
  writeFileSync(file("away.py"), `${keySnippets.python(away)}\n${call}`);
  expect((await run("python3", [file("away.py")])).stderr).toContain("Countersign was not told");
});

it.skipIf(!has("curl"))(
  "sets both names a command line tool reads, and asks who one is with the agent's own token",
  async () => {
    const both = "$OPENTRAIN_API_BASE_URL $OT_API_BASE_URL";
    const own = { origin, token: null };
    const { stdout } = await sh(`${recorderSnippets.cli(own)}\necho "${both} $OPENTRAIN_API_TOKEN"`);
    expect(stdout.trim()).toBe(`${origin} ${origin} ot_pat_of_the_agent`);
    expect(JSON.parse(`{${recorderSnippets.mcp(own)}}`)).toEqual({
      env: { OPENTRAIN_API_BASE_URL: origin, OPENTRAIN_PERSONAL_API_TOKEN: "the token it has now" },
    });
    await sh(recorderTest(own));
    expect(got).toEqual([
      { path: "/api/public/v1/auth/me", authorization: "Bearer ot_pat_of_the_agent", body: null },
    ]);
  },
);

it.skipIf(!has("curl"))("hold the token of the sandbox's agent once it was shown", async () => {
  const token = "ot_pat_sandboxab_it's";
  const { stdout } = await sh(
    `${recorderSnippets.cli({ origin, token })}\necho "$OPENTRAIN_API_BASE_URL $OPENTRAIN_API_TOKEN"`,
  );
  expect(stdout.trim()).toBe(`${origin} ${token}`);
  expect(JSON.parse(`{${recorderSnippets.mcp({ origin, token })}}`)).toEqual({
    env: { OPENTRAIN_API_BASE_URL: origin, OPENTRAIN_PERSONAL_API_TOKEN: token },
  });
  await sh(recorderTest({ origin, token }));
  expect(got.map(({ authorization }) => authorization)).toEqual([`Bearer ${token}`]);
});

describe("a key that is turned away", () => {
  const away = JSON.stringify({ error: "This capture key was revoked.", code: "GONE" });
  const way = () => ({ origin, label: "label-agent", secret });
  beforeEach(() => {
    says = { status: 410, body: away };
  });

  it.skipIf(!has("curl"))("is said with its reason by the shell's", async () => {
    const { stdout } = await sh(`${keySnippets.curl(way())}\ncountersign answer.json request.json why`);
    expect(stdout).toBe(away);
  });

  it("by TypeScript's", async () => {
    const { code } = await transform(keySnippets.typescript(way()), { loader: "ts", format: "esm" });
    const call = `await tellCountersign(${JSON.stringify({ status: 202, body: answer })}, {}, "why");`;
    writeFileSync(file("refused.mjs"), `${code}\n${call}`);
    expect((await run(process.execPath, [file("refused.mjs")])).stderr).toContain(away);
  });

  it.skipIf(!has("python3"))("and by Python's", async () => {
    const call = `tell_countersign(202, json.loads(${JSON.stringify(JSON.stringify(answer))}), {}, "why")`;
    writeFileSync(file("refused.py"), `${keySnippets.python(way())}\n${call}`);
    expect((await run("python3", [file("refused.py")])).stderr).toContain(`410 ${away}`);
  });
});
