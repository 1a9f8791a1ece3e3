import type { Context, Hono } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { confirmApproval } from "../approvals/confirm";
import { declineApproval } from "../approvals/decline";
import { readDue } from "../approvals/expire-due";
import { Refusal } from "../refusal";
import type { Sandbox } from "../sandbox";
import type { Transaction } from "../state/transaction";
import { describeApproval } from "./describe";
import { explain } from "./explain";
import { fillIn } from "./fill-in";
import { pathOf } from "./layout";
import { pendingPage } from "./pending";
import { type Form, readForm } from "./read-form";
import { FOREIGN, isSameOrigin, NOT_FOUND, type Page, send } from "./respond";
import { csrfToken, readSession, SESSION_COOKIE, same, startSession } from "./session";
import { settledPage, signInPage } from "./settled";
import { whatChanged } from "./what-changed";

type Verb = "confirm" | "decline";
type Asked = { id: string; cookie: string | undefined; inboxUrl: string | null };

/** What was pressed, with what filled in, and why it was not done. */
type Pressed = { verb: Verb; form: Form; problem: string };

export function approvalPages(app: Hono, sandbox: Sandbox): void {
  const { store } = sandbox;
  app.get("/approvals/:id", async (c) => {
    const asked = askedBy(c, sandbox);
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
    return c.redirect(pathOf(id), 303);
  });
  for (const verb of ["confirm", "decline"] as const) {
    app.post(`/approvals/:id/${verb}`, (c) => settle(sandbox, c, verb));
  }
}

function askedBy(c: Context, { inboxUrl }: Sandbox): Asked {
  return { id: c.req.param("id") ?? "", cookie: getCookie(c, SESSION_COOKIE), inboxUrl };
}

async function settle(sandbox: Sandbox, c: Context, verb: Verb): Promise<Response> {
  if (!isSameOrigin(c)) return send(c, FOREIGN);
  const asked = askedBy(c, sandbox);
  const form: Form = await c.req.parseBody();
  const step = (tx: Transaction): Page | null => {
    const approval = tx.get("approvals", asked.id);
    const session = readSession(tx.meta().secret, asked.cookie);
    if (!approval || session?.accountId !== approval.accountId) return showApproval(tx, asked, null);
    const wanted = csrfToken(tx.meta().secret, session, asked.id);
    if (typeof form.csrf !== "string" || !same(form.csrf, wanted)) return FOREIGN;
    if (verb === "decline") {
      declineApproval(tx, approval);
      return null;
    }
    const choices = readForm(form, approval, sandbox.origin());
    const news = whatChanged(describeApproval(tx, approval), form);
    if (news !== null) return showApproval(tx, asked, { verb, form, problem: news });
    confirmApproval(tx, approval, choices);
    return null;
  };
  try {
    const instead = await sandbox.store.transact(step);
    return instead ? send(c, instead) : c.redirect(pathOf(asked.id), 303);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const shown = await sandbox.store.transact((tx) =>
      showApproval(tx, asked, { verb, form, problem: explain(tx, asked.id, form, error) }),
    );
    return send(c, { ...shown, status: error.status === 409 ? 409 : 400 });
  }
}

function showApproval(tx: Transaction, asked: Asked, pressed: Pressed | null): Page {
  const found = tx.get("approvals", asked.id);
  if (!found) return NOT_FOUND;
  const account = tx.account(found.accountId);
  const offsetMs = account.clockOffsetMs;
  const { secret } = tx.meta();
  const session = readSession(secret, asked.cookie);
  if (session?.accountId !== account.id) {
    const markup = signInPage(`${pathOf(found.id)}/sign-in`, account.organizationName);
    return { status: 200, markup, offsetMs };
  }
  const approval = readDue(tx, found.id);
  const shown = describeApproval(tx, approval);
  if (approval.status !== "pending") {
    return { status: 200, markup: settledPage(shown, asked.inboxUrl, pressed?.verb ?? null), offsetMs };
  }
  const markup = pendingPage(pressed ? fillIn(shown, pressed.form) : shown, {
    csrf: csrfToken(secret, session, found.id),
    problem: pressed?.problem ?? null,
    form: pressed?.form ?? {},
  });
  return { status: 200, markup, offsetMs };
}
