import { type Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { confirmApproval } from "../approvals/confirm";
import { declineApproval } from "../approvals/decline";
import { readDue } from "../approvals/expire-due";
import { BILLING_PATH, CLAIM_PATH } from "../guesses";
import { Refusal } from "../refusal";
import type { Sandbox } from "../sandbox";
import type { Approval } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { describeApproval } from "./describe";
import { ICON_PATH, type Markup, STYLE_PATH } from "./layout";
import { pendingPage } from "./pending";
import { readForm } from "./read-form";
import { csrfToken, readSession, SESSION_COOKIE, same, startSession } from "./session";
import { plainPage, settledPage, signInPage } from "./settled";
import { ICON, STYLE } from "./style";

const CSP =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

type Asked = { id: string; cookie: string | undefined; inboxUrl: string | null };
type Page = { status: 200 | 400 | 403 | 404 | 409; markup: Markup; offsetMs: number };

/** The pages behind approvalUrl: what a signed-in human sees in the app. */
export function pagesApp(sandbox: Sandbox): Hono {
  const app = new Hono();
  const { store } = sandbox;
  app.get(STYLE_PATH, (c) => asset(c, STYLE, "text/css; charset=utf-8"));
  app.get(ICON_PATH, (c) => asset(c, ICON, "image/svg+xml"));
  app.get("/favicon.ico", (c) => asset(c, ICON, "image/svg+xml"));

  app.get("/approvals/:id", async (c) => {
    const asked = { id: c.req.param("id"), cookie: getCookie(c, SESSION_COOKIE), inboxUrl: sandbox.inboxUrl };
    return send(c, await store.transact((tx) => showApproval(tx, asked, null)));
  });
  app.post("/approvals/:id/sign-in", async (c) => {
    if (!isSameOrigin(c)) return send(c, FOREIGN);
    const id = c.req.param("id");
    const cookie = await store.transact((tx) => {
      const approval = tx.get("approvals", id);
      return approval && startSession(tx.meta().secret, approval.accountId);
    });
    if (cookie === undefined) return send(c, NOT_FOUND);
    setCookie(c, SESSION_COOKIE, cookie, { httpOnly: true, sameSite: "Lax", path: "/" });
    return c.redirect(`/approvals/${id}`, 303);
  });
  for (const verb of ["confirm", "decline"] as const) {
    app.post(`/approvals/:id/${verb}`, (c) => settle(sandbox, c, verb));
  }

  app.get("/", (c) =>
    send(c, page("Simulated OpenTrain", "Requests are confirmed at the address an agent was given.")),
  );
  app.get(BILLING_PATH, (c) => send(c, page("Billing", "Here a card or credits would be added.")));
  app.get(CLAIM_PATH, (c) => send(c, page("Claim this account", "Here a human would claim the account.")));
  return app;
}

async function settle(sandbox: Sandbox, c: Context, verb: "confirm" | "decline"): Promise<Response> {
  if (!isSameOrigin(c)) return send(c, FOREIGN);
  const id = c.req.param("id") ?? "";
  const asked = { id, cookie: getCookie(c, SESSION_COOKIE), inboxUrl: sandbox.inboxUrl };
  const form = await c.req.parseBody();
  const step = (tx: Transaction): Page | null => {
    const approval = tx.get("approvals", id);
    const session = readSession(tx.meta().secret, asked.cookie);
    if (!approval || session?.accountId !== approval.accountId) return showApproval(tx, asked, null);
    const wanted = csrfToken(tx.meta().secret, session, id);
    if (typeof form.csrf !== "string" || !same(form.csrf, wanted)) return FOREIGN;
    if (verb === "decline") declineApproval(tx, approval);
    else confirmApproval(tx, approval, readForm(form, approval, sandbox.origin()));
    return null;
  };
  try {
    const instead = await sandbox.store.transact(step);
    return instead ? send(c, instead) : c.redirect(`/approvals/${id}`, 303);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { status, message } = error;
    const shown = await sandbox.store.transact((tx) => showApproval(tx, asked, message));
    return send(c, { ...shown, status: status === 409 ? 409 : 400 });
  }
}

function showApproval(tx: Transaction, { id, cookie, inboxUrl }: Asked, problem: string | null): Page {
  const found = tx.get("approvals", id);
  if (!found) return NOT_FOUND;
  const account = tx.account(found.accountId);
  const offsetMs = account.clockOffsetMs;
  const { secret } = tx.meta();
  const session = readSession(secret, cookie);
  if (session?.accountId !== account.id) {
    return { status: 200, markup: signInPage(id, account.organizationName), offsetMs };
  }
  const approval: Approval = readDue(tx, id);
  const shown = describeApproval(tx, approval);
  const markup =
    approval.status === "pending"
      ? pendingPage(shown, { csrf: csrfToken(secret, session, id), problem })
      : settledPage(shown, inboxUrl);
  return { status: 200, markup, offsetMs };
}

function page(title: string, sentence: string, status: Page["status"] = 200): Page {
  return { status, markup: plainPage(title, sentence), offsetMs: 0 };
}

const NOT_FOUND = page("Not found", "There is no such request here.", 404);
const FOREIGN = page("Not accepted", "This did not come from the page itself. Open the page again.", 403);

export function unknownPage(c: Context): Promise<Response> {
  return send(c, page("Not found", "There is no such page here.", 404));
}

/** A form of ours names our own origin; a browser that names another, or hides it, is turned away. */
function isSameOrigin(c: Context): boolean {
  const origin = c.req.header("origin");
  const host = c.req.header("host") ?? new URL(c.req.url).host;
  if (origin === undefined) return c.req.header("sec-fetch-site") === "same-origin";
  return URL.canParse(origin) && new URL(origin).host === host;
}

async function send(c: Context, { status, markup, offsetMs }: Page): Promise<Response> {
  c.header("date", new Date(Date.now() + offsetMs).toUTCString());
  c.header("cache-control", "no-store");
  c.header("content-security-policy", CSP);
  // "no-referrer" would make browsers send "Origin: null" with our own forms.
  c.header("referrer-policy", "same-origin");
  c.header("x-content-type-options", "nosniff");
  return c.html(await markup, status);
}

function asset(c: Context, body: string, type: string): Response {
  return c.body(body, 200, {
    "content-type": type,
    "cache-control": "max-age=3600",
    "x-content-type-options": "nosniff",
  });
}
