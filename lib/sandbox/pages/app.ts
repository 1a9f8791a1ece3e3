import { type Context, Hono } from "hono";
import type { Sandbox } from "../sandbox";
import { accountPages } from "./account-pages";
import { approvalPages } from "./approval-pages";
import { ICON_PATH, STYLE_PATH } from "./layout";
import { asset, page, send } from "./respond";
import { ICON, STYLE } from "./style";

/** The pages behind the addresses the API gives out: what a signed-in human sees in the app. */
export function pagesApp(sandbox: Sandbox): Hono {
  const app = new Hono();
  app.get(STYLE_PATH, (c) => asset(c, STYLE, "text/css; charset=utf-8"));
  app.get(ICON_PATH, (c) => asset(c, ICON, "image/svg+xml"));
  app.get("/favicon.ico", (c) => asset(c, ICON, "image/svg+xml"));
  app.get("/", (c) =>
    send(c, page("Simulated OpenTrain", "Requests are confirmed at the address an agent was given.")),
  );
  approvalPages(app, sandbox);
  accountPages(app, sandbox);
  return app;
}

export function unknownPage(c: Context): Promise<Response> {
  return send(c, page("Not found", "There is no such page here.", 404));
}
