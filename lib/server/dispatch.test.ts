import type { IncomingMessage } from "node:http";
import { describe, expect, it } from "vitest";
import { dispatcher } from "./dispatch";
import type { Exchange, Handler } from "./exchange";
import { compilePath } from "./match-path";
import type { Method } from "./route-access";
import type { Route } from "./routes";

const served: string[] = [];
const note =
  (name: string): Handler =>
  async ({ params }) => {
    served.push(`${name} ${JSON.stringify(params)}`);
  };
const row = (methods: readonly Method[] | "*", path: string): Route => ({
  methods,
  path,
  access: "session",
  match: compilePath(path),
  handler: note(path),
});
const routes = [row(["GET"], "/api/things"), row(["POST"], "/api/things/[id]"), row("*", "/api/below/**")];
const files = { "/own.js": note("own file") };
const dispatch = dispatcher(routes, note("next"), { development: false, files });

async function ask(method: string, path: string): Promise<string> {
  served.length = 0;
  // Dispatching looks at nothing else of the request.
  const req = { method } as IncomingMessage;
  try {
    await dispatch({ req, path, params: {} } as Exchange);
    return served.join();
  } catch (error) {
    const { code, reason } = error as { code: string; reason: string | null };
    return reason ? `${code} ${reason}` : code;
  }
}

describe("dispatcher", () => {
  it.each([
    ["GET", "/api/things", "/api/things {}"],
    ["HEAD", "/api/things", "/api/things {}"],
    ["POST", "/api/things/a%20b", '/api/things/[id] {"id":"a b"}'],
    ["DELETE", "/api/below/any/thing", "/api/below/** {}"],
    ["GET", "/", "next {}"],
    ["HEAD", "/apiary", "next {}"],
    ["GET", "/own.js", "own file {}"],
  ])("%s %s", async (method, path, expected) => expect(await ask(method, path)).toBe(expected));

  it.each([
    ["GET", "/api", "NOT_FOUND"],
    ["GET", "/api/", "NOT_FOUND"],
    ["GET", "/api/things/", "NOT_FOUND"],
    ["GET", "/api//things", "NOT_FOUND"],
    ["GET", "/api/other", "NOT_FOUND"],
    ["POST", "/api/things/%zz", "NOT_FOUND"],
    ["DELETE", "/api/things", "BAD_REQUEST method"],
    ["OPTIONS", "/api/things", "BAD_REQUEST method"],
    ["POST", "/", "BAD_REQUEST method"],
    ["POST", "/own.js", "BAD_REQUEST method"],
    ["POST", "/__nextjs_tool", "BAD_REQUEST method"],
  ])("refuses %s %s", async (method, path, expected) => expect(await ask(method, path)).toBe(expected));
});
