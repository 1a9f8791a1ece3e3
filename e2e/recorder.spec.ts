import { Agent, unique } from "./fixtures/agent";
import { expect, test } from "./fixtures/test";
import { InboxPage } from "./pages/inbox-page";
import { callDoor } from "./stack/sandbox-door";
import type { Tokens } from "./stack/sandbox-process";
import type { Stack } from "./stack/start-stack";

/** The same agent with its one setting changed: the address of OpenTrain is the inbox's. */
const behind = (stack: Stack) => new Agent({ ...stack, sandbox: stack.web });
const ask = (origin: string, token: string | null, path: string, init: RequestInit = {}) =>
  fetch(`${origin}/api/public/v1/${path}`, {
    redirect: "manual",
    ...init,
    headers: { ...(token === null ? {} : { authorization: `Bearer ${token}` }), ...init.headers },
  });

test("what an agent asks through the inbox is listed without its telling", async ({
  stack,
  owner,
  inbox,
}) => {
  const name = unique("Through the door");
  const { id: milestoneId } = await behind(stack).newMilestone(name, 41);
  const answer = await ask(stack.web, stack.tokens.agent, `milestones/${milestoneId}/fund`, {
    method: "POST",
    headers: { "X-Agent-Name": "Zo%C3%AB", "X-Agent-Reason": "The%20batch%20is%20ready." },
  });
  const { approval } = (await answer.json()) as { approval: { id: string } };
  expect(answer.status).toBe(202);
  expect(answer.headers.get("x-countersign-state")).toBe("stored");
  expect(answer.headers.get("x-countersign-url")).toBe(`${stack.web}/approvals/${approval.id}`);
  // Safe when the agent was answered, and listed by that alone: nobody reads it for us first.
  await expect
    .poll(() => inbox.approval(approval.id).then(({ approval: listed }) => listed, String))
    .toMatchObject({
      phase: "waiting",
      capturedBy: { way: "recorder" },
      agent: { name: "Zoë", reason: "The batch is ready." },
    });
  const list = new InboxPage(owner);
  await list.open();
  await expect(list.row(name)).toBeVisible();
  await owner.goto(answer.headers.get("x-countersign-url") ?? "");
  await expect(owner.getByText("The batch is ready.").first()).toBeVisible();
});

test("an agent is answered by the inbox as by OpenTrain itself", async ({ stack, agent }) => {
  const asked = await agent.fund((await agent.newMilestone(unique("Read twice"), 42)).id);
  const calls: [path: string, init?: RequestInit][] = [
    ["auth/me"],
    ["contracts?status=active"],
    ["contracts", { headers: { "accept-encoding": "gzip" } }],
    [`approvals/${asked.id}`],
    ["approvals/nobody%2Fknows"],
    ["nothing//here/", { method: "PATCH", body: "{}" }],
    ["contracts?status=odd"],
    ["credits", { method: "HEAD" }],
  ];
  for (const [path, init] of calls) {
    const heard = await Promise.all(
      [stack.sandbox, stack.web].map(async (origin) => {
        const answer = await ask(origin, stack.tokens.agent, path, init);
        const text = (await answer.text()).replace(/"requestId":"[^"]*"/, "");
        return { status: answer.status, type: answer.headers.get("content-type"), text };
      }),
    );
    expect(heard[1], path).toEqual(heard[0]);
  }
});

test("nobody passes whose account is not connected here", async ({ stack }) => {
  const { tokens } = await callDoor<{ tokens: Tokens }>(stack.sandbox, "POST", "/accounts", {});
  const reason = async (answer: Response) => {
    const { details } = (await answer.json()) as { details?: { reason?: string } };
    return `${answer.status} ${details?.reason}`;
  };
  expect(await reason(await ask(stack.web, tokens.agent, "contracts"))).toBe("403 inbox_not_connected");
  expect(await reason(await ask(stack.web, stack.captureKey ?? "", "contracts"))).toBe(
    "403 inbox_not_connected",
  );
  expect(await reason(await ask(stack.web, null, "jobs"))).toBe("401 agent_token");
  expect(await reason(await fetch(`${stack.web}/api/agent/identity`, { method: "POST" }))).toBe(
    "403 agent_registration_off",
  );
});

test("a browser is shown nothing there, signed in or not", async ({ owner, faults }) => {
  faults.expect(/status of 40[13]|document's frame is sandboxed/);
  const led = await owner.goto("/api/public/v1/contracts");
  expect(led?.status()).toBe(403);
  await owner.goto("/");
  const asked = await owner.evaluate(async () => (await fetch("/api/public/v1/contracts")).status);
  expect(asked).toBe(401);
});
