import { type ApiRow, apiRows, type PageRow, pageRows } from "@/lib/server/route-access";
import type { Cell, Row } from "./rows";
import type { Asker } from "./world";

/** Whose thing the address names: of our workspace, of the other one, or nobody's. */
export type Place = "ours" | "theirs" | "nowhere";

const access = new Map<string, ApiRow | PageRow>(
  [...apiRows, ...pageRows].map((row: ApiRow | PageRow) => [row.path, row]),
);

/** Every line the table must have: each method of each row of the server's table, and each page. */
export function wantedLines(): string[] {
  const calls = apiRows.flatMap((row: ApiRow) =>
    row.methods === "*" ? [`* ${row.path}`] : row.methods.map((method) => `${method} ${row.path}`),
  );
  return [...calls, ...pageRows.map(({ path }) => `GET ${path}`)];
}

export function expectedCell(line: string, row: Row, asker: Asker, place: Place): Cell {
  const path = line.slice(line.indexOf(" ") + 1);
  switch (asker) {
    case "owner":
    case "finance":
    case "viewer":
      return withThing(row, row[asker], place === "ours");
    case "stranger":
      return withThing(row, row.stranger ?? row.owner, place === "theirs");
    case "key":
      return row.key ?? row.nobody ?? turnedAway(path);
    default:
      return row.nobody ?? turnedAway(path);
  }
}

/** What is not theirs is not there, for everybody who could ask for one of their own. */
function withThing({ thing }: Row, cell: Cell, isTheirOwn: boolean): Cell {
  return thing === undefined || isTheirOwn || cell.startsWith("403") ? cell : "404";
}

function turnedAway(path: string): Cell {
  const known = access.get(path);
  if (known?.access !== "session") throw new Error(`${path} needs a cell for those without a session`);
  return path.startsWith("/api/") ? "401" : "307 /sign-in";
}
