import { createTopUp, parseTopUpCents } from "../actions/create-top-up";
import { FLAGS } from "../flags";
import { findTopUp } from "../money/settle-top-up";
import { creditsOut, ledgerEntryOut } from "../wire/ledger";
import { paymentOut } from "../wire/payment";
import { createdTopUpOut, topUpOut } from "../wire/top-up";
import { ok } from "./answer";
import { newestFirst, pageAfter, readLimit } from "./paging";
import type { Route } from "./route";

const LEDGER_LIMITS = { fallback: 50, max: 100, strict: true };

export const moneyRoutes: Route[] = [
  {
    method: "GET",
    path: "/credits",
    gate: { scopes: ["payments:read"], flag: FLAGS.credits },
    run: (tx, { caller: { account } }) =>
      ok({ credits: creditsOut(account, newestFirst(tx.of("ledger", account.id))) }),
  },
  {
    method: "GET",
    path: "/credits/ledger",
    gate: { scopes: ["payments:read"], flag: FLAGS.credits },
    run: (tx, { caller, query }) => {
      const limit = readLimit(query, LEDGER_LIMITS);
      const entries = newestFirst(tx.of("ledger", caller.account.id));
      const { page, nextCursor } = pageAfter(entries, query, limit);
      return ok({ entries: page.map(ledgerEntryOut), nextCursor });
    },
  },
  {
    method: "POST",
    path: "/credits/top-ups",
    gate: { scopes: ["payments:write"], flag: FLAGS.credits, claim: "top up credits" },
    run: (tx, { caller, body }) => {
      const created = createTopUp(tx, caller.account.id, parseTopUpCents(body()));
      return { status: 201, body: createdTopUpOut(created, caller.origin) };
    },
  },
  {
    method: "GET",
    path: "/credits/top-ups/:id",
    gate: { scopes: ["payments:read"], flag: FLAGS.credits },
    run: (tx, { caller, id }) => ok({ topUp: topUpOut(findTopUp(tx, caller.account.id, id)) }),
  },
  {
    method: "GET",
    path: "/payments/pending",
    gate: { scopes: ["payments:read"] },
    run: (tx, { caller: { account } }) => {
      const now = tx.now(account.id);
      const open = newestFirst(tx.of("invoices", account.id)).filter((invoice) => invoice.settlesAt > now);
      return ok({ payments: open.map((invoice) => paymentOut(tx, invoice)) });
    },
  },
];
