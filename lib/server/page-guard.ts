import { readCookie } from "@/lib/auth/cookies";
import { localeOf } from "@/lib/http/locale-of";
import { log } from "@/lib/log";
import { awayHeaders, awayPage } from "@/lib/server/away-page";
import type { Handler } from "@/lib/server/exchange";
import { inTime } from "@/lib/server/in-time";
import { compilePath } from "@/lib/server/match-path";
import { pageRows } from "@/lib/server/route-access";

const longestWaitMs = 4_000;

/**
 * Asks the database before a page is begun: once Next has begun one, it could only end it with a bare 500.
 * Files and addresses that are no page pass as they are.
 */
export function guardPages(next: Handler, ask: () => Promise<unknown>): Handler {
  const pages = pageRows.map(({ path }) => compilePath(path));
  return async (exchange) => {
    if (!pages.some((fits) => fits(exchange.path) !== null)) return next(exchange);
    try {
      await inTime(ask(), longestWaitMs);
    } catch (error) {
      log.warn({ requestId: exchange.requestId, error }, "a page had to wait for the database");
      return sendAway(exchange);
    }
    return next(exchange);
  };
}

async function sendAway({ req, res, nonce }: Parameters<Handler>[0]): Promise<void> {
  const theme = readCookie(req.headers.cookie ?? null, "theme");
  const locale = localeOf({
    cookie: req.headers.cookie ?? null,
    acceptLanguage: req.headers["accept-language"] ?? null,
  });
  const page = awayPage({ nonce, locale, theme: theme === "light" || theme === "dark" ? theme : null });
  res.writeHead(503, { ...awayHeaders, "Content-Length": Buffer.byteLength(page) });
  res.end(req.method === "HEAD" ? undefined : page);
}
