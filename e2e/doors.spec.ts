import { InboxApi, signIn } from "./fixtures/inbox-api";
import { expect, test } from "./fixtures/test";
import { InboxPage } from "./pages/inbox-page";
import { SecurityPage } from "./pages/security-page";
import { SignInPage } from "./pages/sign-in-page";

// The throttle counts this machine's address, so its test is the last on this inbox.
test.use({ world: { kind: "sandbox", name: "doors" } });

const wrong = "The e-mail address or the password is not right.";

test("the pages ask for a sign-in and lead back", async ({ page, stack }) => {
  await page.goto("/history");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await new SignInPage(page).enter(stack.owner);
  await expect(page).toHaveURL(`${stack.web}/history`);
});

test("no way back in after signing out", async ({ owner, stack, faults }) => {
  faults.expect(/\b401\b/);
  const inbox = new InboxPage(owner);
  await inbox.open();
  await expect(inbox.row(/Hire Noor B\./)).toBeVisible();
  const cookies = await owner.context().cookies();
  const settings = new SecurityPage(owner);
  await settings.open();
  await settings.signOut.click();
  await expect(owner).toHaveURL(/\/sign-in/);

  for (const path of ["/", "/history", "/contracts", "/settings/connection"]) {
    await owner.goto(path);
    await expect(owner).toHaveURL(/\/sign-in/);
  }
  await owner.goBack();
  await expect(owner.getByText("Noor B.")).toHaveCount(0);

  // The very cookie that was good before.
  const old = cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
  const answer = await fetch(`${stack.web}/api/approvals`, { headers: { cookie: old } });
  expect(answer.status).toBe(401);
});

test("a revoked session is refused on its next request, and its open page goes to the door", async ({
  stack,
  owner,
  faults,
}) => {
  faults.expect(/\b401\b/);
  const inbox = new InboxPage(owner);
  await inbox.open();
  await expect(inbox.row(/Hire Noor B\./)).toBeVisible();
  const cookie = (await owner.context().cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
  const other = await InboxApi.open(stack);
  const csrf = await fetch(`${stack.web}/api/auth/csrf`, { headers: { cookie } });
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const out = await fetch(`${stack.web}/api/auth/signout`, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, "content-type": "application/x-www-form-urlencoded", origin: stack.web },
    body: new URLSearchParams({ csrfToken, json: "true" }),
  });
  expect(out.status).toBe(200);
  expect((await owner.request.get("/api/approvals")).status()).toBe(401);
  await expect(owner).toHaveURL(/\/sign-in/);
  await other.close();
});

test("wrong passwords get one message, and then a pause", async ({ page, stack, faults }) => {
  faults.expect(/\b(401|429)\b/);
  const door = new SignInPage(page);
  await door.open();
  await door.enter({ ...stack.owner, password: "not the pass phrase" });
  await expect(door.problem).toHaveText(wrong);
  await door.enter({ email: "nobody@example.com", password: "not the pass phrase" });
  await expect(door.problem).toHaveText(wrong);

  const api = await InboxApi.open(stack);
  const statuses: number[] = [];
  for (let attempt = 0; attempt < 12; attempt += 1) {
    const answer = await signIn(api.http, stack.web, { ...stack.owner, password: `guess number ${attempt}` });
    statuses.push(answer.status());
  }
  expect(statuses.slice(0, 8)).toEqual(Array(8).fill(401));
  expect(statuses.at(-1)).toBe(429);
  const refused = await signIn(api.http, stack.web, stack.owner);
  expect(refused.status()).toBe(429);
  expect(Number(refused.headers()["retry-after"])).toBeGreaterThan(0);
  await door.enter(stack.owner);
  await expect(door.problem).toHaveText(/Too many attempts\. Try again in \d+ minutes?\./);
  await api.close();
});
