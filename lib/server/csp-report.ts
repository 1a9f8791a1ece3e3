import { decodeUtf8, tooLarge } from "@/lib/http/read-body";
import { log } from "@/lib/log";
import type { Handler } from "@/lib/server/exchange";

const limitBytes = 16 * 1024;
const mostLinesPerMinute = 60;
let count = 0;
let minute = { startedAt: 0, lines: 0 };

/** A browser refused something a page of ours asked for: always worth a line, never worth a page of them. */
export const takeCspReport: Handler = async ({ req, res, requestId }) => {
  if (Number(req.headers["content-length"] ?? "0") > limitBytes) throw tooLarge(limitBytes);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of req) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > limitBytes) throw tooLarge(limitBytes);
    chunks.push(bytes);
  }
  count += 1;
  if (hasRoom(Date.now())) {
    const summary = summaryOf(decodeUtf8(Buffer.concat(chunks)));
    log.warn({ requestId, count, ...summary }, "content security policy report");
  }
  res.writeHead(204).end();
};

// Anybody can send these; a flood is counted and no longer written out.
function hasRoom(now: number): boolean {
  if (now - minute.startedAt > 60_000) minute = { startedAt: now, lines: 0 };
  minute.lines += 1;
  return minute.lines <= mostLinesPerMinute;
}

function summaryOf(text: string): Record<string, string | null> {
  try {
    const parsed = JSON.parse(text) as { "csp-report"?: Record<string, unknown> } | null;
    const report = parsed?.["csp-report"] ?? {};
    return {
      directive: shortly(report["effective-directive"] ?? report["violated-directive"]),
      blocked: shortly(report["blocked-uri"]),
      page: shortly(report["document-uri"]),
      source: shortly(report["source-file"]),
    };
  } catch {
    return { directive: null };
  }
}

// Addresses without their query: whoever sends a report chooses what stands in it.
function shortly(value: unknown): string | null {
  return typeof value === "string" ? (value.split(/[?#]/)[0] ?? "").slice(0, 200) : null;
}
