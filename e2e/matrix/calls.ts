import { expectedCell, type Place } from "./expected";
import type { Cell, Row } from "./rows";
import { idOfNothing, makeThing } from "./things";
import { type Asker, askers, type MatrixWorld } from "./world";

/** How a change says that it is meant. */
export type Intent = "meant" | "bare" | "foreign" | "unsigned" | "forged";

export type Call = {
  method: string;
  path: string;
  asker: Asker;
  place: Place;
  intent: Intent;
  body: unknown;
  expected: Cell;
};

const notMeant = {
  bare: "403 csrf",
  foreign: "403 origin",
  unsigned: "403 csrf",
  forged: "403 csrf",
} as const;

/** Every cell of one line as a call of its own, each about a thing made for it alone. */
export async function callsOf(world: MatrixWorld, line: string, row: Row): Promise<Call[]> {
  const [methods, path] = [methodsOf(line), pathOf(line)];
  const places: Place[] = row.thing ? ["ours", "theirs", "nowhere"] : ["ours"];
  const calls: Call[] = [];
  for (const method of methods) {
    for (const asker of askers) {
      for (const place of places) {
        const expected = expectedCell(line, row, asker, place);
        for (const [intent, cell] of intentsOf(method, row, expected)) {
          const address = await addressOf(world, path, row, place);
          calls.push({ method, path: address, asker, place, intent, body: row.body, expected: cell });
        }
      }
    }
  }
  return calls;
}

export function pathOf(line: string): string {
  return line.slice(line.indexOf(" ") + 1);
}

function methodsOf(line: string): string[] {
  return line.startsWith("* ") ? ["GET", "POST", "DELETE"] : [line.slice(0, line.indexOf(" "))];
}

/** Who may come in at all is asked first; then whether the change was meant; then what it is. */
function intentsOf(method: string, row: Row, expected: Cell): [Intent, Cell][] {
  const meant: [Intent, Cell] = ["meant", expected];
  if (method === "GET" || row.isFormOfOurs === false) return [meant];
  const others = Object.entries(notMeant) as [keyof typeof notMeant, Cell][];
  return [
    meant,
    ...others.map(([intent, cell]): [Intent, Cell] => [intent, expected === "401" ? "401" : cell]),
  ];
}

async function addressOf(
  { web, ours, theirs }: MatrixWorld,
  path: string,
  row: Row,
  place: Place,
): Promise<string> {
  if (row.at) return row.at;
  if (!row.thing) return path.replace(/\[[^\]]+\]/g, "x1").replace("/**", "/x1");
  const id = await makeThing(row.thing, web.db, place === "theirs" ? theirs : ours);
  return path.replace(/\[[^\]]+\]/, encodeURIComponent(place === "nowhere" ? idOfNothing(id) : id));
}
