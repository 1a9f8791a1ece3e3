import { readdirSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

const folder = join("e2e", "bench");

/** Every `e2e/bench/<name>.bench.ts`, by name. */
export function findBenches() {
  return readdirSync(join(root, folder))
    .filter((file) => file.endsWith(".bench.ts"))
    .sort()
    .map((file) => ({ name: file.replace(/\.bench\.ts$/, ""), file: join(folder, file) }));
}

const short = (value) => value.toFixed(Math.abs(value) < 10 ? 2 : 0);

function mustOf({ must, unit }) {
  if (must === null) return "";
  return "atMost" in must ? `≤ ${must.atMost} ${unit}` : `≥ ${must.atLeast} ${unit}`;
}

/** What was measured, as lines of a table; what was missed stands out. */
export function tableOf(figures) {
  const rows = [
    ["", "What", "Figure", "Must reach", "Measured (median)"],
    ...figures.map((figure) => [
      figure.must === null ? "" : figure.isMet ? "met" : "MISSED",
      figure.what,
      `${short(figure.value)} ${figure.unit}`,
      mustOf(figure),
      figure.measured.map(({ name, median, unit }) => `${name} ${short(median)} ${unit}`).join(", "),
    ]),
  ];
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]))
      .join("  ")
      .trimEnd(),
  );
}
