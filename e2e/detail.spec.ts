import type { BrowserContext, Page } from "@playwright/test";
import { unique } from "./fixtures/agent";
import { askRecorded } from "./fixtures/ask-recorded";
import { expectNoSidewaysScroll, expectOneHeading } from "./fixtures/check-page";
import { csrfToken, type InboxApi } from "./fixtures/inbox-api";
import { expect, test } from "./fixtures/test";
import { ApprovalPage } from "./pages/approval-page";

test.use({ world: { kind: "account", name: "detail", scenario: "demo" } });

const hour = 60 * 60 * 1000;
const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };

type State = {
  name: string;
  id: string;
  /** What the page has to say. */
  says: (string | RegExp)[];
  /** The one way out, or why there is none. */
  way: "open" | "off" | "none";
};

/** The page of one request as a phone and a desk show it: whole, said, and with the one way out or its reason. */
async function look(page: Page, { name, id, says, way }: State): Promise<void> {
  await page.setViewportSize(phone);
  await page.goto(`/approvals/${encodeURIComponent(id)}`);
  const detail = new ApprovalPage(page);
  // The list stands hidden beside it on a phone.
  for (const text of says) {
    const said = page.getByText(text).filter({ visible: true }).first();
    await expect.soft(said, `${name}: ${text}`).toBeVisible();
  }
  if (way === "open") {
    await expect.soft(detail.leave, `${name}: the way`).toBeInViewport({ ratio: 1 });
    await expect.soft(page.getByText(/You confirm or decline there, never here/).first()).toBeVisible();
  } else {
    await expect.soft(detail.leave, `${name}: no way`).toHaveCount(0);
    const off = page.getByRole("button", { name: /^Review in/ });
    await expect.soft(off, `${name}: off`).toHaveCount(way === "off" ? 1 : 0);
  }
  for (const size of [phone, desk]) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page, `${name} at ${size.width}`);
    await expectOneHeading(page, `${name} at ${size.width}`);
  }
}

/** Somebody of the team who may look and not decide. */
async function join(inbox: InboxApi, context: BrowserContext, web: string, role: string): Promise<void> {
  const made = (await (await inbox.post("/api/invitations", { role })).json()) as { link: string };
  const [id, secret] = [new URL(made.link).pathname.split("/").at(-1), new URL(made.link).hash.slice(1)];
  const data = {
    ...{ secret, email: `${role}@example.com`, password: "calm river over nine stones" },
    ...{ name: "Rita Marsh", timeZone: "UTC" },
  };
  const headers = { "x-csrf-token": await csrfToken(context.request, web) };
  const joined = await context.request.post(`/api/invitations/${id}/accept`, { data, headers });
  expect(joined.status()).toBe(200);
}

test("each kind and state of a request says what it is, and has its one way out or the reason for none", async ({
  owner,
  browser,
  stack,
  agent,
  human,
  inbox,
  faults,
}) => {
  test.setTimeout(120_000);
  faults.expect(/./);
  const contract = (await agent.contracts())[0]?.id ?? "";
  const milestone = async (name: string, amount: number) =>
    (await agent.newMilestone(unique(name), amount, contract)).id;
  const recorded = agent.recorded("label-agent", "Checked twice, about $290.00 in all.");
  const hires = await askRecorded({ agent, human, inbox });
  const [paid, back, left, lured, garbled] = [
    await milestone("Paid", 310),
    await milestone("Turned down", 75.5),
    await milestone("Left", 250),
    await milestone("Lured", 44),
    await milestone("Garbled", 45),
  ];
  const funded = await recorded.fund(paid);
  await human.confirm(funded.id, { payWith: "credits" });
  const release = await recorded.release(paid);
  const declined = await recorded.fund(back);
  await human.decline(declined.id);
  const fund = await recorded.fund(left);
  const end = await recorded.end(contract);
  const quarantined = await recorded.fund(lured);
  await human.break({
    match: { method: "GET", path: `/approvals/${quarantined.id}$` },
    kind: "rewrite",
    set: { "$.approval.approvalUrl": `http://app.opentrain.example/approvals/${quarantined.id}` },
  });
  const unreadable = await recorded.fund(garbled);
  await human.break({
    match: { method: "GET", path: `/approvals/${unreadable.id}$` },
    kind: "rewrite",
    set: { "$.approval.status": "dreaming" },
  });
  const claimed = unique("apr_told_only").replace(" ", "");
  await agent.capture({ id: claimed, agent: { name: "night-agent", reason: "Asked elsewhere." } });
  for (const { id } of [quarantined, unreadable]) {
    await expect.poll(() => inbox.phaseOf(id)).not.toBeNull();
    await inbox.post(`/api/approvals/${id}/read`);
  }
  await expect.poll(() => inbox.phaseOf(funded.id)).toBe("confirmed");
  await expect.poll(() => inbox.phaseOf(declined.id)).toBe("declined");
  await expect
    .poll(async () => (await inbox.approval(quarantined.id)).approval.linkState)
    .toBe("quarantined");
  await expect
    .poll(async () => (await inbox.approval(funded.id)).ledger.length, { timeout: 15_000 })
    .toBeGreaterThan(0);

  await test.step("while they wait, and once they are settled", async () => {
    const states: State[] = [
      {
        name: "hire",
        id: hires.replacing ?? "",
        says: ["If you confirm", /estimated charge if you confirm/, "What changed since the earlier request"],
        way: "open",
      },
      {
        name: "fund",
        id: fund.id,
        says: ["$250.00 would be added", "Another open request would end the contract this puts money into:"],
        way: "open",
      },
      { name: "release", id: release.id, says: ["$310.00 leaves escrow", "differs from"], way: "open" },
      { name: "end", id: end.id, says: [/in escrow is decided on/, /in \d+ milestones/], way: "open" },
      {
        name: "confirmed as asked",
        id: funded.id,
        says: [
          "Receipt",
          "OpenTrain’s ledger shows:",
          "from credit",
          /Release it when the work is handed in/,
        ],
        way: "none",
      },
      {
        name: "confirmed with changes",
        id: hires.changed ?? "",
        says: ["$240.00", "$275.00", "changed"],
        way: "none",
      },
      {
        name: "declined",
        id: declined.id,
        says: [/If it is wanted after all, label-agent has to ask anew/, "See the contract"],
        way: "none",
      },
      {
        name: "replaced",
        id: hires.replaced ?? "",
        says: ["Decide on the newer one", /OpenTrain has closed this one/],
        way: "none",
      },
      {
        name: "replaced but confirmed",
        id: hires.overtaken ?? "",
        says: ["The replaced request was confirmed"],
        way: "none",
      },
      {
        name: "quarantined",
        id: quarantined.id,
        says: [/The link does not lead where it should/, /app\.opentrain\.example/],
        way: "off",
      },
      {
        name: "unknown status",
        id: unreadable.id,
        says: [/a status this version does not know/],
        way: "open",
      },
      { name: "not proven", id: claimed, says: ["Told to us, not confirmed by OpenTrain"], way: "none" },
    ];
    for (const state of states) await look(owner, state);
  });

  await test.step("without scripts it reads whole, and the link is there", async () => {
    const bare = await browser.newContext({
      baseURL: stack.web,
      javaScriptEnabled: false,
      storageState: await owner.context().storageState(),
    });
    const page = await bare.newPage();
    await page.goto(`/approvals/${fund.id}`);
    await expect(page.getByText("OpenTrain charges").first()).toBeVisible();
    await expect(page.getByRole("heading", { name: "What happened so far" })).toBeVisible();
    await expect(new ApprovalPage(page).leave).toHaveAttribute("href", /\/approvals\//);
    await expect(page.getByRole("button", { name: "Print" })).toBeHidden();
    await page.goto(`/contracts?status=ended`);
    await expect(page.getByRole("heading", { name: "Contracts" })).toBeVisible();
    await page.goto(`/contracts/${contract}`);
    await expect(page.getByRole("heading", { name: "Ledger" })).toBeVisible();
    await expect(page.locator(`a[href="/approvals/${fund.id}"]`).first()).toBeVisible();
    await bare.close();
  });

  await test.step("finance reads all of it and is told who decides", async () => {
    const theirs = await browser.newContext({ baseURL: stack.web, locale: "en-GB" });
    await join(inbox, theirs, stack.web, "finance");
    const page = await theirs.newPage();
    await look(page, {
      name: "finance",
      id: fund.id,
      says: ["If you confirm", "Only the owner of the OpenTrain account can confirm or decline."],
      way: "none",
    });
    await theirs.close();
  });

  await test.step("on paper one column, black on white, with where it comes from", async () => {
    await owner.emulateMedia({ colorScheme: "dark" });
    await owner.goto(`/approvals/${funded.id}`);
    await owner.emulateMedia({ media: "print", colorScheme: "dark" });
    await expect(owner.getByText(/^Printed .+ by /)).toBeVisible();
    await expect(owner.getByText(`${stack.web}/approvals/${funded.id}`)).toBeVisible();
    await expect(owner.getByRole("navigation")).toHaveCount(0);
    await expect(owner.getByRole("button")).toHaveCount(0);
    const article = owner.getByRole("article", { name: "The request" });
    const colours = await article.evaluate((one) => {
      const { backgroundColor, color } = getComputedStyle(one);
      return { backgroundColor, color };
    });
    expect(colours).toEqual({ backgroundColor: "rgb(255, 255, 255)", color: "rgb(0, 0, 0)" });
    const pdf = await owner.pdf({ format: "A4" });
    expect(pdf.byteLength).toBeGreaterThan(10_000);
    await owner.emulateMedia({ media: null, colorScheme: null });
  });

  await test.step("in the last hour, past its time, and lapsed", async () => {
    const { approval } = await inbox.approval(fund.id);
    const left = () => Date.parse(approval.expiresAt ?? "") - Date.now();
    await human.advance(left() - hour / 2);
    await expect.poll(() => inbox.phaseOf(fund.id)).toBe("last_hour");
    await look(owner, {
      name: "last hour",
      id: fund.id,
      says: ["Last hour", /\d+\smin\s\d+\ss\sleft/],
      way: "open",
    });
    await human.break({
      match: { method: "GET", path: `/approvals/${fund.id}$` },
      kind: "status",
      status: 500,
    });
    await human.advance(hour / 2 + 30_000);
    await expect.poll(() => inbox.phaseOf(fund.id)).toBe("past_due");
    await look(owner, {
      name: "past due",
      id: fund.id,
      says: ["If you confirm now", "Past its time, checking with OpenTrain"],
      way: "open",
    });
    await human.mend();
    await inbox.post(`/api/approvals/${fund.id}/read`);
    await expect.poll(() => inbox.phaseOf(fund.id), { timeout: 40_000 }).toBe("lapsed");
    await look(owner, {
      name: "lapsed",
      id: fund.id,
      says: [/shows up here by itself once label-agent asks again/],
      way: "none",
    });
  });
});
