import { z } from "zod";
import { AppError } from "@/lib/errors";
import { contentType, requireJson, requirePlain } from "@/lib/http/content-type";
import { parseJsonText } from "@/lib/http/json-text";
import { readBodyText } from "@/lib/http/read-body";
import { log } from "@/lib/log";
import type { Handler } from "@/lib/server/exchange";
import { compilePath } from "@/lib/server/match-path";
import { requestOf } from "@/lib/server/request-of";
import { pageRows } from "@/lib/server/route-access";

type Report = Record<string, unknown>;

const pages = pageRows.map(({ path }) => ({ path, match: compilePath(path) }));
const limitBytes = 16 * 1024;
const mostLinesPerMinute = 60;
let count = 0;
let minute = { startedAt: 0, lines: 0 };

/** A browser refused something a page of ours asked for: always worth a line, never worth a page of them. */
export const takeCspReport: Handler = async (exchange) => {
  const request = requestOf(exchange);
  requireReport(request.headers);
  const report = reportIn(parseJsonText(await readBodyText(request, limitBytes)));
  count += 1;
  if (hasRoom(Date.now())) {
    log.warn(
      { requestId: exchange.requestId, count, ...summaryOf(report) },
      "content security policy report",
    );
  }
  exchange.res.writeHead(204).end();
};

function requireReport(headers: Headers): void {
  if (contentType(headers).type === "application/csp-report") requirePlain(headers);
  else requireJson(headers);
}

// Anybody can send these; a flood is counted and no longer written out.
function hasRoom(now: number): boolean {
  if (now - minute.startedAt > 60_000) minute = { startedAt: now, lines: 0 };
  minute.lines += 1;
  return minute.lines <= mostLinesPerMinute;
}

/** Anybody can send these, so that only what has the shape of an answer of ours is worth a line. */
function summaryOf(report: Report): Record<string, string | null> {
  return {
    directive: shaped(report["effective-directive"] ?? report["violated-directive"], /^[a-z-]{1,40}/),
    blocked: shaped(report["blocked-uri"], /^(?:[a-z-]{1,20}$|[a-z]{1,10}:\/\/[a-z0-9.:-]{1,100}(?=\/|$))/),
    page: pageOf(report["document-uri"]),
  };
}

function reportIn(value: unknown): Report {
  const parsed = z.object({ "csp-report": z.record(z.string(), z.unknown()).optional() }).safeParse(value);
  if (!parsed.success) throw new AppError("BAD_REQUEST", { details: { field: "csp-report" } });
  return parsed.data["csp-report"] ?? {};
}

function shaped(value: unknown, shape: RegExp): string | null {
  return typeof value === "string" ? (shape.exec(value)?.[0] ?? null) : null;
}

function pageOf(value: unknown): string | null {
  if (typeof value !== "string" || !URL.canParse(value)) return null;
  const { pathname } = new URL(value);
  return pages.find(({ match }) => match(pathname) !== null)?.path ?? null;
}
