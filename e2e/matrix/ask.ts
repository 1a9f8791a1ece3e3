import type { Call, Intent } from "./calls";
import type { Cell } from "./rows";
import type { MatrixWorld } from "./world";

export type Answer = { call: Call; cell: Cell; body: string };

/** Asks, and says what came back as a cell of the table says it. */
export async function ask(world: MatrixWorld, call: Call): Promise<Answer> {
  const { method, path, asker, body, intent } = call;
  const { cookie, ...others } = world.credentials[asker];
  const isRead = method === "GET";
  const cookies = [cookie, isRead ? undefined : world.csrf.cookie].filter((one) => one !== undefined);
  const answer = await fetch(`${world.web.origin}${path}`, {
    method,
    redirect: "manual",
    headers: {
      ...others,
      ...(cookies.length > 0 ? { cookie: cookies.join("; ") } : {}),
      ...(isRead ? {} : { "content-type": "application/json", ...intentHeaders(world, intent) }),
    },
    ...(isRead || body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const isEndless = answer.headers.get("content-type")?.startsWith("text/event-stream") ?? false;
  if (isEndless) await answer.body?.cancel();
  const text = isEndless ? "" : await answer.text();
  return { call, cell: cellOf(answer, text), body: text.replace(/"requestId":"[^"]*"/, "") };
}

function intentHeaders(world: MatrixWorld, intent: Intent): Record<string, string> {
  const token = { "x-csrf-token": world.csrf.token };
  switch (intent) {
    case "meant":
      return { origin: world.web.origin, ...token };
    case "bare":
      return {};
    case "foreign":
      return { origin: "https://evil.example", ...token };
    case "unsigned":
      return { origin: world.web.origin };
    case "forged":
      return { origin: world.web.origin, "x-csrf-token": "f".repeat(64) };
  }
}

function cellOf(answer: Response, text: string): Cell {
  const location = answer.headers.get("location");
  if (location !== null) return `${answer.status} ${new URL(location, answer.url).pathname}`;
  const isJson = answer.headers.get("content-type")?.includes("json") ?? false;
  const details =
    isJson && !answer.ok ? (JSON.parse(text) as { details?: { reason?: string } }).details : null;
  return details?.reason ? `${answer.status} ${details.reason}` : String(answer.status);
}
