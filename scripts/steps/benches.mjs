import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { root } from "./root.mjs";

/** Every `<folder>/<name>.bench.ts`, by name, and what it is bundled to. */
export function findBenches(folder) {
  const bundles = join(root, "dist", relative("e2e", folder).replaceAll(sep, "-"));
  return readdirSync(join(root, folder))
    .filter((file) => file.endsWith(".bench.ts"))
    .sort()
    .map((file) => {
      const name = file.replace(/\.bench\.ts$/, "");
      return { name, file: join(folder, file), script: join(bundles, `${name}.mjs`) };
    });
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
