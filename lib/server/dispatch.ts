import { AppError } from "@/lib/errors";
import type { Exchange, Handler } from "@/lib/server/exchange";
import { isForAgents } from "@/lib/server/for-agents";
import { compilePath } from "@/lib/server/match-path";
import { pageRows } from "@/lib/server/route-access";
import type { Route } from "@/lib/server/routes";

const pages = pageRows.map((row) => ({ path: row.path, match: compilePath(row.path) }));

/** /api goes by the table and nowhere else; the rest are pages and files, which are only ever read. `files`: those of our own. */
export function dispatcher(
  routes: Route[],
  next: Handler,
  options: { development: boolean; files?: Record<string, Handler> },
): Handler {
  const wide = routes.filter((route) => route.path.endsWith("/**"));
  return (exchange) => {
    const { path, req } = exchange;
    // Agents call far more often than people, and only these take what they call, by whatever method.
    if (isForAgents(path)) {
      const route = wide.find(({ match }) => match(path) !== null);
      if (!route) throw new AppError("NOT_FOUND");
      exchange.route = route.path;
      return route.handler(exchange);
    }
    if (path === "/api" || path.startsWith("/api/")) return toApi(routes, exchange);
    exchange.route = pages.find(({ match }) => match(path) !== null)?.path ?? null;
    // Of Next's own addresses only its files are ours to give; its image server would fetch for strangers.
    if (path.startsWith("/_next/") && !path.startsWith("/_next/static/") && !options.development) {
      throw new AppError("NOT_FOUND");
    }
    const isRead = req.method === "GET" || req.method === "HEAD";
    // Next's own development tools post to addresses of theirs.
    if (!isRead && !(options.development && path.startsWith("/__next"))) {
      throw new AppError("BAD_REQUEST", { reason: "method", details: { allow: ["GET", "HEAD"] } });
    }
    return (options.files?.[path] ?? next)(exchange);
  };
}

function toApi(routes: Route[], exchange: Exchange): Promise<void> {
  const fitting = routes.flatMap((route) => {
    const params = route.match(exchange.path);
    return params ? [{ route, params }] : [];
  });
  const method = exchange.req.method === "HEAD" ? "GET" : exchange.req.method;
  const found = fitting.find(
    ({ route }) => route.methods === "*" || route.methods.some((known) => known === method),
  );
  exchange.route = (found ?? fitting[0])?.route.path ?? null;
  if (found) return found.route.handler({ ...exchange, params: found.params });
  if (fitting.length === 0) throw new AppError("NOT_FOUND");
  const allow = fitting.flatMap(({ route }) => (route.methods === "*" ? [] : route.methods));
  throw new AppError("BAD_REQUEST", { reason: "method", details: { allow } });
}
