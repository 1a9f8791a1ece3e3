import { type Context, Hono } from "hono";
import type { Fault } from "../door/fault-list";
import { errorText } from "../log";
import { badField, Refusal } from "../refusal";
import type { Sandbox } from "../sandbox";
import { findToken } from "../tokens/mint";
import { webhookRoutes } from "../webhooks/routes";
import { accountRoutes } from "./account-routes";
import { type Answer, asRefusal, envelope } from "./answer";
import { approvalRoutes } from "./approval-routes";
import { contractRoutes } from "./contract-routes";
import { feedRoutes } from "./feed-routes";
import { passGate } from "./gate";
import { jobRoutes } from "./job-routes";
import { LEFT_OUT } from "./left-out";
import { moneyRoutes } from "./money-routes";
import { proposalRoutes } from "./proposal-routes";
import { PublicLimit } from "./public-limit";
import { publicRoutes } from "./public-routes";
import { type Body, parseBody, readBody } from "./read-body";
import type { ApiCall, PublicRoute, Route } from "./route";
import { pause, spoiltAnswer } from "./spoil";
import { teamRoutes } from "./team-routes";
import { tokenRoutes } from "./token-routes";

export const ROUTES: Route[] = [
  ...accountRoutes,
  ...tokenRoutes,
  ...teamRoutes,
  ...approvalRoutes,
  ...contractRoutes,
  ...jobRoutes,
  ...proposalRoutes,
  ...moneyRoutes,
  ...feedRoutes,
  ...webhookRoutes,
];

type Vars = { Variables: { body: Body } };
type Call = Context<Vars>;

/** The documented API and nothing else. */
export function apiApp(sandbox: Sandbox): Hono<Vars> {
  const app = new Hono<Vars>();
  const limit = new PublicLimit();
  app.use("*", (c, next) => receive(sandbox, c, next));
  for (const route of ROUTES) on(app, route, (c) => answer(sandbox, c, route));
  // Before the public job, whose id would swallow them.
  for (const missing of LEFT_OUT) on(app, missing, nothingThere);
  for (const route of publicRoutes) on(app, route, (c) => answerAnyone(sandbox, c, route, limit));
  app.all("*", nothingThere);
  return app;
}

/** An id may be missing between two slashes: some pages call that a bad request. */
function on(app: Hono<Vars>, { method, path }: { method: string; path: string }, run: (c: Call) => unknown) {
  app.on(method, path.replace(":id", ":id{[^/]*}"), (c) => run(c) as Promise<Response>);
}

function answer(sandbox: Sandbox, c: Call, route: Route): Promise<Response> {
  return respond(sandbox, c, () =>
    sandbox.store.transact((tx) => {
      const caller = passGate(tx, c.req.header("authorization"), route.gate, sandbox.origin());
      const call: ApiCall = { caller, ...addressed(c), body: () => parseBody(c.var.body) };
      if (route.needs && call.id.trim() === "") throw badField(route.needs);
      return route.run(tx, call);
    }),
  );
}

function answerAnyone(sandbox: Sandbox, c: Call, route: PublicRoute, limit: PublicLimit): Promise<Response> {
  c.header("access-control-allow-origin", "*");
  return respond(sandbox, c, () => {
    limit.take(c);
    return sandbox.store.transact((tx) => route.run(tx, { ...addressed(c), origin: sandbox.origin() }));
  });
}

async function respond(sandbox: Sandbox, c: Call, run: () => Promise<Answer>): Promise<Response> {
  try {
    const { status, body } = await run();
    return c.json(body as object, status);
  } catch (error) {
    if (!(error instanceof Refusal)) {
      sandbox.log("error", "An API call failed", { path: c.req.path, error: errorText(error) });
    }
    return refuse(c, asRefusal(error));
  }
}

function addressed(c: Call): { id: string; query: URLSearchParams } {
  return { id: c.req.param("id") ?? "", query: new URL(c.req.url).searchParams };
}

function nothingThere(c: Call): Response {
  return refuse(c, new Refusal("NOT_FOUND", "There is no such endpoint."));
}

/** Around every call: the account's clock on the answer, planned faults, and the record of the call. */
async function receive(sandbox: Sandbox, c: Call, next: () => Promise<void>): Promise<void> {
  const body = await readBody(c.req.raw);
  c.set("body", body);
  const path = c.req.path;
  const who = await sandbox.store.transact((tx) => {
    const token = findToken(tx, c.req.header("authorization"));
    if (!token) return null;
    const { clockOffsetMs } = tx.account(token.accountId);
    return { accountId: token.accountId, name: token.name, clockOffsetMs };
  });
  const fault = sandbox.faults.take(who?.accountId ?? null, c.req.method, path);
  if (fault && fault.ms > 0) await pause(fault.ms);
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
    body: readable(body),
  });
}

/** Nothing whole was sent when the connection was cut. */
function sentStatus(kind: Fault["kind"] | undefined, status: number): number {
  return kind === "drop" || kind === "truncate" ? 0 : status;
}

function refuse(c: Context, refusal: Refusal): Response {
  return c.json(envelope(refusal), refusal.status);
}

function readable(body: Body): unknown {
  try {
    return parseBody(body) ?? null;
  } catch {
    return body.text.slice(0, 1000);
  }
}
