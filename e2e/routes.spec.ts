import { developmentPages } from "@/lib/server/route-access";
import { expect, test } from "./fixtures/test";

const someId = (path: string) => path.replace(/\[[^\]]+\]/g, "x1");

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
