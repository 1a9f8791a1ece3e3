import { approvalCsv, csvHead } from "@/lib/api/schemas/answers/approval-csv";
import { parseExportQuery } from "@/lib/api/schemas/export-query";
import type { Phase } from "@/lib/api/types";
import { instantInZone, isTimeZone } from "@/lib/domain/instant-in-zone";
import { phasesAskedFor } from "@/lib/domain/listing/listing";
import { OPEN_PHASES, SETTLED_PHASES } from "@/lib/domain/phase";
import { AppError } from "@/lib/errors";
import { handle } from "@/lib/http/handle";
import { streamOf } from "@/lib/http/stream-of";
import { wordsOf } from "@/lib/http/words-of";
import { type ExportedRow, exportApprovals } from "@/lib/services/approvals/export";

/** Each holds a connection of the database for as long as its reader takes, so nobody gets them all. */
const mostAtOnce = 4;
const mostOfOne = 2;
const running: string[] = [];

/** The list as a file for spreadsheets, in the zone of who asks. */
export const exportList = handle({
  access: "session",
  takesQuery: true,
  run: async ({ ctx, person, browserZone, query, isHead }) => {
    const filters = parseExportQuery(query);
    const timeZone =
      [person.timeZone, browserZone].find((zone) => zone !== null && isTimeZone(zone)) ?? "UTC";
    const { asOf, pages } = await exportApprovals({ ctx, input: { ...filters, timeZone } });
    const headers = headersFor(nameOf(phasesAskedFor(filters)), asOf, timeZone);
    const whose = ctx.actor.kind === "person" ? ctx.actor.personId : ctx.workspaceId;
    const lines = linesOf(pages, approvalCsv({ now: asOf, timeZone, words: wordsOf(ctx) }), whose);
    return new Response(isHead ? null : await streamOf(lines), { headers });
  },
});

async function* linesOf(
  pages: AsyncGenerator<ExportedRow[]>,
  line: (row: ExportedRow) => string,
  whose: string,
): AsyncGenerator<string> {
  const own = running.filter((one) => one === whose).length;
  if (running.length >= mostAtOnce || own >= mostOfOne) {
    throw new AppError("RATE_LIMITED", { reason: "export_busy", details: { retryAfterSeconds: 5 } });
  }
  running.push(whose);
  try {
    let head = csvHead;
    for await (const page of pages) {
      yield head + page.map(line).join("");
      head = "";
    }
  } finally {
    running.splice(running.indexOf(whose), 1);
  }
}

/** Taken on one day, the inbox and the history must not have one name. */
function nameOf(phases: readonly Phase[]): string {
  const isAll = (of: readonly Phase[]) => phases.every((phase) => of.includes(phase));
  if (isAll(OPEN_PHASES)) return "inbox";
  return isAll(SETTLED_PHASES) ? "history" : "requests";
}

/** The file says by its name what it holds, when it was made and whose clock its times are of. */
function headersFor(name: string, asOf: Date, timeZone: string): Record<string, string> {
  const day = instantInZone(timeZone)(asOf).slice(0, 10);
  const zone = timeZone.replace(/[^A-Za-z0-9_+-]+/g, "-");
  return {
    "Content-Type": "text/csv; charset=utf-8",
    "Content-Disposition": `attachment; filename="countersign-${name}-${day}-${zone}.csv"`,
    "Cache-Control": "no-store",
  };
}
