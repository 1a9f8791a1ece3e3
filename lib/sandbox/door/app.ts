import { type Context, Hono } from "hono";
import { asRefusal, envelope } from "../api/answer";
import { parseJson } from "../api/parse-json";
import { errorText } from "../log";
import { Refusal } from "../refusal";
import type { Sandbox } from "../sandbox";
import type { Transaction } from "../state/transaction";
import { createAccount } from "./accounts";
import { advanceClock } from "./clock";
import { badField } from "./errors";
import { findAccount } from "./find-account";
import { guardDoor } from "./guard";
import { parseFault } from "./parse-fault";
import { readAccountQuery } from "./read-account-query";
import { readFields } from "./read-fields";
import { recordUsageByDoor } from "./record-usage";
import { reset } from "./reset";
import { setGuesses } from "./set-guesses";
import { confirmByDoor, declineByDoor } from "./settle";
import { cancelTopUpByDoor, payTopUpByDoor } from "./top-ups";
import { tellTruth } from "./truth";

const MAX_BODY_CHARS = 256 * 1024;

/** The human's side and the tester's side, outside everything the real service has. */
export function doorApp(sandbox: Sandbox): Hono {
  const app = new Hono();
  const { store, origin } = sandbox;
  app.use("*", async (c, next) => {
    guardDoor(c);
    await next();
    c.header("cache-control", "no-store");
  });
  const post = (
    path: string,
    step: (tx: Transaction, body: unknown, c: Context) => unknown,
    status: 200 | 201 = 200,
  ) =>
    app.post(path, async (c) => {
      const text = await c.req.text();
      if (text.length > MAX_BODY_CHARS) throw badField("body", "The body is too long.");
      const body = parseJson(text);
      return c.json((await store.transact((tx) => step(tx, body, c))) as object, status);
    });

  post("/accounts", createAccount, 201);
  post("/approvals/:id/confirm", (tx, body, c) => confirmByDoor(tx, c.req.param("id") ?? "", body, origin()));
  post("/approvals/:id/decline", (tx, body, c) => {
    readFields(body, []);
    return declineByDoor(tx, c.req.param("id") ?? "", origin());
  });
  post("/top-ups/:id/pay", (tx, body, c) => payTopUpByDoor(tx, c.req.param("id") ?? "", body));
  post("/top-ups/:id/cancel", (tx, body, c) => cancelTopUpByDoor(tx, c.req.param("id") ?? "", body));
  post("/contracts/:id/usage", (tx, body, c) => recordUsageByDoor(tx, c.req.param("id") ?? "", body));
  post("/clock", advanceClock);
  post("/guesses", setGuesses);
  post("/faults", (tx, body) => {
    const fault = parseFault(body);
    if (fault.accountId !== undefined) findAccount(tx, fault.accountId);
    sandbox.faults.add(fault);
    return { ok: true };
  });
  post("/reset", (tx, body) => {
    const accountId = reset(tx, body);
    sandbox.calls.clear(accountId);
    sandbox.faults.clear(accountId);
    return { ok: true };
  });
  const asked = (c: Context) => store.transact((tx) => readAccountQuery(tx, c.req.queries()));
  app.delete("/faults", async (c) => {
    sandbox.faults.clear(await asked(c));
    return c.json({ ok: true });
  });
  app.get("/calls", async (c) => c.json({ calls: sandbox.calls.of(await asked(c)) }));
  app.delete("/calls", async (c) => {
    sandbox.calls.clear(await asked(c));
    return c.json({ ok: true });
  });
  app.get("/truth", async (c) =>
    c.json(
      await store.transact((tx) => {
        const account = findAccount(tx, readAccountQuery(tx, c.req.queries()));
        return tellTruth(tx, account.id, origin());
      }),
    ),
  );
  app.all("*", () => {
    throw new Refusal("NOT_FOUND", "There is no such control call.");
  });
  app.onError((error, c) => {
    if (!(error instanceof Refusal)) {
      sandbox.log("error", "A control call failed", { path: c.req.path, error: errorText(error) });
    }
    const refusal = asRefusal(error);
    return c.json(envelope(refusal), refusal.status);
  });
  return app;
}
