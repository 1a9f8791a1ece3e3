import { type Context, Hono } from "hono";
import type { Fault } from "../door/fault-list";
import { errorText } from "../log";
import { Refusal } from "../refusal";
import type { Sandbox } from "../sandbox";
import { findToken } from "../tokens/mint";
import { accountRoutes } from "./account-routes";
import { type Answer, asRefusal, envelope } from "./answer";
import { approvalRoutes } from "./approval-routes";
import { contractRoutes } from "./contract-routes";
import { feedRoutes } from "./feed-routes";
import { passGate } from "./gate";
import { moneyRoutes } from "./money-routes";
import { parseBody, type Route } from "./route";
import { pause, spoiltAnswer } from "./spoil";
import { workRoutes } from "./work-routes";

const ROUTES: Route[] = [
  ...accountRoutes,
  ...approvalRoutes,
  ...contractRoutes,
  ...workRoutes,
  ...moneyRoutes,
  ...feedRoutes,
];

const MAX_BODY_CHARS = 256 * 1024;

type Vars = { Variables: { text: string } };

/** The documented API and nothing else. */
export function apiApp(sandbox: Sandbox): Hono<Vars> {
  const app = new Hono<Vars>();
  app.use("*", (c, next) => receive(sandbox, c, next));
  for (const route of ROUTES) app.on(route.method, route.path, (c) => answer(sandbox, c, route));
  app.all("*", (c) => refuse(c, new Refusal("NOT_FOUND", "There is no such endpoint.")));
  return app;
}

async function answer(sandbox: Sandbox, c: Context<Vars>, route: Route): Promise<Response> {
  const { text } = c.var;
  try {
    const { status, body } = await sandbox.store.transact<Answer>((tx) => {
      const caller = passGate(tx, c.req.header("authorization"), route.gate, sandbox.origin());
      return route.run(tx, {
        caller,
        id: c.req.param("id") ?? "",
        query: new URL(c.req.url).searchParams,
        body: () => parseBody(text),
      });
    });
    return c.json(body as object, status);
  } catch (error) {
    if (!(error instanceof Refusal)) {
      sandbox.log("error", "An API call failed", { path: c.req.path, error: errorText(error) });
    }
    return refuse(c, asRefusal(error));
  }
}

/** Around every call: the account's clock on the answer, planned faults, and the record of the call. */
async function receive(sandbox: Sandbox, c: Context<Vars>, next: () => Promise<void>): Promise<void> {
  const text = await c.req.text();
  c.set("text", text.slice(0, MAX_BODY_CHARS));
  const path = c.req.path;
  const who = await sandbox.store.transact((tx) => {
    const token = findToken(tx, c.req.header("authorization"));
    if (!token) return null;
    const { clockOffsetMs } = tx.account(token.accountId);
    return { accountId: token.accountId, name: token.name, clockOffsetMs };
  });
  const fault = sandbox.faults.take(who?.accountId ?? null, c.req.method, path);
  if (fault?.kind === "delay") await pause(fault.ms);
  if (!fault || fault.kind === "delay" || fault.when === "after") await next();
  const spoilt = fault && (await spoiltAnswer(c, fault));
  if (spoilt) {
    c.res = undefined;
    c.res = spoilt;
  }
  const now = new Date(Date.now() + (who?.clockOffsetMs ?? 0));
  c.header("date", now.toUTCString());
  c.header("cache-control", "no-store");
  sandbox.calls.add(who?.accountId ?? null, {
    at: now.toISOString(),
    method: c.req.method,
    path,
    query: new URL(c.req.url).search,
    status: sentStatus(fault?.kind, c.res.status),
    token: who?.name ?? null,
    body: readable(text),
  });
}

/** Nothing whole was sent when the connection was cut. */
function sentStatus(kind: Fault["kind"] | undefined, status: number): number {
  return kind === "drop" || kind === "truncate" ? 0 : status;
}

function refuse(c: Context, refusal: Refusal): Response {
  return c.json(envelope(refusal), refusal.status);
}

function readable(text: string): unknown {
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return text.slice(0, 1000);
  }
}
