import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type ApiRow, apiRows, developmentPages, pageRows } from "@/lib/server/route-access";
import { expect, test } from "./fixtures/test";
import { root } from "./stack/folders";

const someId = (path: string) => path.replace(/\[[^\]]+\]/g, "x1").replace("/**", "/x1");
const methodsOf = (row: ApiRow) => (row.methods === "*" ? ["GET", "POST", "DELETE"] : row.methods);

/** What Next has built, so that a page or handler nobody wrote down is found. */
function builtRoutes(): string[] {
  const file = join(root, ".next", "server", "app-paths-manifest.json");
  expect(existsSync(file), "the manifest of the build").toBe(true);
  const manifest = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  return Object.keys(manifest)
    .map((entry) => entry.replace(/\/(page|route)$/, "").replaceAll(/\/\([^)]+\)/g, "") || "/")
    .filter((path) => !/\/(_|favicon|icon|apple-icon|manifest|robots)/.test(path));
}

test("every route that was built is in the access table", () => {
  const known = [...[...apiRows, ...pageRows].map(({ path }) => path), ...developmentPages];
  expect(builtRoutes().filter((path) => !known.includes(path))).toEqual([]);
});

test("without a session every call refuses", async ({ stack }) => {
  const rows: readonly ApiRow[] = apiRows;
  for (const row of rows.filter(({ access }) => access !== "public")) {
    for (const method of methodsOf(row)) {
      const body = method === "GET" ? {} : { body: "{}" };
      const answer = await fetch(`${stack.web}${someId(row.path)}`, {
        method,
        redirect: "manual",
        headers: { "content-type": "application/json", origin: stack.web },
        ...body,
      });
      const expected = row.served === "later" ? [404, 401] : [401];
      expect.soft(expected, `${method} ${row.path} answered ${answer.status}`).toContain(answer.status);
      const { error, code, requestId } = (await answer.json()) as Record<string, string>;
      expect.soft([error, code, requestId].every(Boolean), `${method} ${row.path}: our envelope`).toBe(true);
    }
  }
});

test("with a cookie that is none of ours every call refuses", async ({ stack }) => {
  const rows: readonly ApiRow[] = apiRows;
  for (const row of rows.filter(({ access, served }) => access === "session" && served === "next")) {
    for (const method of methodsOf(row)) {
      const answer = await fetch(`${stack.web}${someId(row.path)}`, {
        method,
        redirect: "manual",
        headers: { cookie: "next-auth.session-token=eyJhbGciOiJub25lIn0.e30.", origin: stack.web },
      });
      expect.soft(answer.status, `${method} ${row.path}`).toBe(401);
    }
  }
});

test("without a session every page leads to the door and says nothing", async ({ stack }) => {
  for (const { path, access } of pageRows) {
    const answer = await fetch(`${stack.web}${someId(path)}`, { redirect: "manual" });
    if (access === "public") {
      expect.soft(answer.status, path).toBe(200);
      continue;
    }
    expect.soft([302, 303, 307, 308], `${path} answered ${answer.status}`).toContain(answer.status);
    expect.soft(answer.headers.get("location"), path).toMatch(/\/sign-in/);
    expect.soft(await answer.text(), path).not.toContain("Batch");
  }
});

test("pages for development are not served", async ({ inbox }) => {
  for (const path of developmentPages) {
    expect.soft((await inbox.http.get(someId(path))).status(), path).toBe(404);
  }
});

test("a change needs our origin and the token, even with a session", async ({ inbox, stack }) => {
  const send = (headers: Record<string, string>) =>
    inbox.http.post("/api/paste", { data: { text: "apr_1" }, headers });
  expect((await send({ origin: stack.web })).status()).toBe(403);
  expect((await send({ origin: "https://evil.example", "x-csrf-token": "x" })).status()).toBe(403);
  expect((await inbox.http.get("/api/approvals", { headers: { host: "evil.example" } })).status()).not.toBe(
    200,
  );
});

test("every answer carries the policy, and no page an inline permission", async ({ stack, owner }) => {
  for (const path of ["/sign-in", "/api/health", "/api/approvals", "/nowhere"]) {
    const answer = await fetch(`${stack.web}${path}`, { redirect: "manual" });
    const policy = answer.headers.get("content-security-policy") ?? "";
    expect.soft(policy, path).toContain("default-src");
    expect.soft(policy, path).not.toContain("unsafe-inline");
    expect.soft(answer.headers.get("x-content-type-options"), path).toBe("nosniff");
  }
  const nonces = await Promise.all([owner.request.get("/"), owner.request.get("/")]);
  const [first, second] = nonces.map(
    (answer) => /'nonce-([^']+)'/.exec(answer.headers()["content-security-policy"] ?? "")?.[1],
  );
  expect(first).toBeTruthy();
  expect(first).not.toBe(second);
});

test("calls that come later say so", async ({ inbox }) => {
  for (const path of ["/api/coverage", "/api/blocked", "/api/unanswered", "/api/events"]) {
    const answer = await inbox.http.get(path);
    expect.soft(answer.status(), path).toBe(404);
    expect.soft((await answer.json()) as object, path).toMatchObject({ details: { reason: "not_yet" } });
  }
});
