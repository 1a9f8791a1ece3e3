import type { Context, Hono } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { createTopUp, parseTopUpCents } from "../actions/create-top-up";
import { BILLING_PATH, CHECKOUT_PATH, CLAIM_PATH } from "../guesses";
import { dollarsFromCents } from "../money/cents";
import { cancelTopUp, completeTopUp, findTopUp } from "../money/settle-top-up";
import { Refusal } from "../refusal";
import type { Sandbox } from "../sandbox";
import type { Account } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { billingPage } from "./billing";
import { checkoutPage } from "./checkout";
import { chooseAccountPage } from "./choose-account";
import { claimPage } from "./claim";
import type { Markup } from "./layout";
import { type Form, readAmount } from "./read-form";
import { FOREIGN, isSameOrigin, type Page, page, send } from "./respond";
import { csrfToken, readSession, SESSION_COOKIE, same, startSession } from "./session";
import { signInPage } from "./settled";

type Visit = { tx: Transaction; account: Account; csrf: string; problem: string | null };

/** Where a press leads next; null shows the page it was on. */
type Press = (visit: Visit, form: Form, id: string) => string | null;

type Screen = {
  path: string;
  show: (visit: Visit, id: string) => Markup;
  presses: Record<string, Press>;
  /** Whose page it is, where the address says so. */
  ownerOf?: (tx: Transaction, id: string) => string | undefined;
};

const NO_PAGE = page("Not found", "There is no such page here.", 404);

const SCREENS: Screen[] = [
  {
    path: BILLING_PATH,
    show: ({ tx, account, csrf, problem }) => billingPage(tx, account, { csrf, problem }),
    presses: {
      "add-card": ({ tx, account }) => setCard(tx, account, true),
      "remove-card": ({ tx, account }) => setCard(tx, account, false),
      "top-up": ({ tx, account }, form) => {
        const cents = readAmount(String(form.amount ?? ""));
        const topUp = createTopUp(tx, account.id, topUpCents(cents));
        return checkoutPath(topUp.id);
      },
    },
  },
  {
    path: CLAIM_PATH,
    show: ({ account, csrf, problem }) => claimPage(account, { csrf, problem }),
    presses: {
      claim: ({ tx, account }) => {
        tx.put("accounts", { ...account, claimed: true });
        return null;
      },
    },
  },
  {
    path: `${CHECKOUT_PATH}/:id`,
    ownerOf: (tx, id) => tx.get("topUps", id)?.accountId,
    show: ({ tx, account, csrf, problem }, id) =>
      checkoutPage(account, findTopUp(tx, account.id, id), { csrf, problem }),
    presses: {
      pay: ({ tx, account }, _form, id) => {
        completeTopUp(tx, account.id, id);
        return null;
      },
      leave: ({ tx, account }, _form, id) => {
        cancelTopUp(tx, account.id, id);
        return null;
      },
    },
  },
];

/** The pages of an account beside its requests: billing, claim and checkout. */
export function accountPages(app: Hono, sandbox: Sandbox): void {
  for (const screen of SCREENS) {
    app.get(screen.path, async (c) =>
      send(c, await sandbox.store.transact((tx) => showScreen(tx, c, screen, null))),
    );
    app.post(`${screen.path}/sign-in`, (c) => signIn(sandbox, c, screen));
    app.post(`${screen.path}/sign-out`, async (c) => {
      if (!isSameOrigin(c)) return send(c, FOREIGN);
      deleteCookie(c, SESSION_COOKIE, { path: "/" });
      return c.redirect(above(c), 303);
    });
    for (const [verb, press] of Object.entries(screen.presses)) {
      app.post(`${screen.path}/${verb}`, (c) => pressButton(sandbox, c, screen, press));
    }
  }
}

function showScreen(tx: Transaction, c: Context, screen: Screen, problem: string | null): Page {
  const id = c.req.param("id") ?? "";
  const path = c.req.method === "GET" ? new URL(c.req.url).pathname : above(c);
  const { secret } = tx.meta();
  const session = readSession(secret, getCookie(c, SESSION_COOKIE));
  const owner = screen.ownerOf ? screen.ownerOf(tx, id) : session?.accountId;
  if (screen.ownerOf && owner === undefined) return NO_PAGE;
  const account = owner === undefined ? undefined : tx.get("accounts", owner);
  if (!session || !account || session.accountId !== account.id) {
    const markup = screen.ownerOf
      ? signInPage(`${path}/sign-in`, tx.account(owner ?? "").organizationName)
      : chooseAccountPage(tx, path);
    return { status: 200, markup, offsetMs: 0 };
  }
  const csrf = csrfToken(secret, session, path);
  const markup = screen.show({ tx, account, csrf, problem }, id);
  return { status: 200, markup, offsetMs: account.clockOffsetMs };
}

async function signIn(sandbox: Sandbox, c: Context, screen: Screen): Promise<Response> {
  if (!isSameOrigin(c)) return send(c, FOREIGN);
  const form: Form = await c.req.parseBody();
  const cookie = await sandbox.store.transact((tx) => {
    const accountId = screen.ownerOf
      ? screen.ownerOf(tx, c.req.param("id") ?? "")
      : String(form.accountId ?? "");
    return tx.get("accounts", accountId ?? "") && startSession(tx.meta().secret, accountId ?? "");
  });
  if (!cookie) return send(c, NO_PAGE);
  setCookie(c, SESSION_COOKIE, cookie, { httpOnly: true, sameSite: "Lax", path: "/" });
  return c.redirect(above(c), 303);
}

async function pressButton(sandbox: Sandbox, c: Context, screen: Screen, press: Press): Promise<Response> {
  if (!isSameOrigin(c)) return send(c, FOREIGN);
  const form: Form = await c.req.parseBody();
  const id = c.req.param("id") ?? "";
  try {
    const next = await sandbox.store.transact((tx): Page | string => {
      const { secret } = tx.meta();
      const session = readSession(secret, getCookie(c, SESSION_COOKIE));
      const account = session && tx.get("accounts", session.accountId);
      if (!session || !account) return showScreen(tx, c, screen, null);
      const wanted = csrfToken(secret, session, above(c));
      if (typeof form.csrf !== "string" || !same(form.csrf, wanted)) return FOREIGN;
      return press({ tx, account, csrf: wanted, problem: null }, form, id) ?? above(c);
    });
    return typeof next === "string" ? c.redirect(next, 303) : send(c, next);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const problem =
      error.status === 409 ? "This was settled meanwhile. Nothing more was done." : error.message;
    const shown = await sandbox.store.transact((tx) => showScreen(tx, c, screen, problem));
    return send(c, { ...shown, status: error.status === 409 ? 409 : 400 });
  }
}

function setCard(tx: Transaction, account: Account, card: boolean): null {
  tx.put("accounts", { ...account, card });
  return null;
}

/** The page a button stands on, from the address the button posts to. */
function above(c: Context): string {
  const { pathname } = new URL(c.req.url);
  return pathname.slice(0, pathname.lastIndexOf("/"));
}

function checkoutPath(topUpId: string): string {
  return `${CHECKOUT_PATH}/${encodeURIComponent(topUpId)}`;
}

function topUpCents(cents: number): number {
  try {
    return parseTopUpCents({ amountUsd: dollarsFromCents(cents) });
  } catch {
    throw new Refusal("BAD_REQUEST", "Give an amount from 10.00 to 10,000.00 dollars.");
  }
}
