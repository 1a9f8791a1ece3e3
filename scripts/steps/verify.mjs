import { join } from "node:path";
import { root } from "./root.mjs";
import { quietTools, run } from "./run.mjs";
import { runVitest } from "./run-tests.mjs";

const bin = (...path) => join(root, "node_modules", ...path);
const atOnce = 2;

function command(...args) {
  return async () => {
    const { ok, output } = await run(process.execPath, args, {
      env: { ...process.env, ...quietTools, NO_COLOR: "1" },
    });
    return { ok, output, passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  };
}

// The longest first, so that the rest fits beside it.
const steps = [
  { name: "unit tests", work: () => runVitest(["unit", "dom"]) },
  { name: "types", work: command(bin("typescript", "bin", "tsc"), "--noEmit") },
  {
    name: "format and lint",
    work: command(bin("@biomejs", "biome", "bin", "biome"), "check", "--error-on-warnings", "."),
  },
  { name: "unused code", work: command(bin("knip", "bin", "knip.js"), "--no-progress") },
  { name: "import directions", work: command("scripts/check-imports.mjs") },
];

async function runStep({ name, work }) {
  const startedAt = Date.now();
  const { ok, output, passed, failed } = await work();
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  const tests = passed + failed > 1 ? `, ${passed} passed${failed > 0 ? `, ${failed} failed` : ""}` : "";
  if (!ok) process.stdout.write(`\n${output.trim()}\n\n`);
  process.stdout.write(`${ok ? "ok    " : "FAILED"}  ${name} (${seconds} s${tests})\n`);
  return { passed, failed };
}

/** Everything that needs no service: a step counts as one, a unit test as one. */
export async function verify() {
  const waiting = [...steps];
  const outcomes = [];
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) outcomes.push(await runStep(step));
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  const total = (key) => outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
  return { passed: total("passed"), failed: total("failed") };
}
