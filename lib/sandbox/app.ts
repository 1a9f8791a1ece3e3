import { Hono } from "hono";
import { envelope } from "./api/answer";
import { apiApp } from "./api/app";
import { doorApp } from "./door/app";
import { CallLog } from "./door/call-log";
import { FaultList } from "./door/fault-list";
import { errorText, type Log } from "./log";
import { pagesApp, unknownPage } from "./pages/app";
import { Refusal } from "./refusal";
import type { Sandbox } from "./sandbox";
import type { Store } from "./state/store";

type Needs = { store: Store; origin: () => string; log: Log; inboxUrl?: string | null };

export function makeSandbox({ store, origin, log, inboxUrl = null }: Needs): Sandbox {
  return { store, origin, log, inboxUrl, calls: new CallLog(), faults: new FaultList() };
}

export function sandboxApp(sandbox: Sandbox): Hono {
  const app = new Hono();
  // Node would put the machine's own time here, whatever the account's clock says.
  app.use("*", async (c, next) => {
    await next();
    if (!c.res.headers.has("date")) c.header("date", new Date().toUTCString());
  });
  app.route("/", pagesApp(sandbox));
  app.route("/api/public/v1", apiApp(sandbox));
  app.route("/_sandbox", doorApp(sandbox));
  app.notFound((c) => {
    if (c.req.path.startsWith("/api/")) {
      return c.json(envelope(new Refusal("NOT_FOUND", "There is no such endpoint.")), 404);
    }
    return unknownPage(c);
  });
  app.onError((error, c) => {
    sandbox.log("error", "A request failed", { path: c.req.path, error: errorText(error) });
    return c.json(envelope(new Refusal("INTERNAL_ERROR", "Something went wrong.")), 500);
  });
  return app;
}
