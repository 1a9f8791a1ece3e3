// `npm run bench`: how fast the built inbox is, each figure beside a control measured in the same run. A figure
// that is missed is told, not failed; only what could not be measured makes it fail.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findBenches, tableOf } from "./steps/benches.mjs";
import { buildBundles, buildPages } from "./steps/build.mjs";
import { bundleBenches } from "./steps/bundle.mjs";
import { readCommandLine } from "./steps/command-line.mjs";
import { fault, runOrExplain } from "./steps/fault.mjs";
import { findChromium } from "./steps/find-chromium.mjs";
import { install } from "./steps/install.mjs";
import { root } from "./steps/root.mjs";
import { run } from "./steps/run.mjs";

const record = join(root, "dist", "bench.json");

const usage = `
npm run bench -- [options]

How fast the built inbox is, beside a control in the same run.

--only NAME             one bench; without it, all of them
`;

function say(text) {
  process.stdout.write(`${text}\n`);
}

function chosen(only) {
  const all = findBenches();
  if (only === undefined) return all;
  const found = all.filter(({ name }) => name === only);
  if (found.length === 0) throw fault("--only", `must be one of ${all.map(({ name }) => name).join(", ")}.`);
  return found;
}

async function measure({ name }, env) {
  const result = join(root, "dist", "bench", `${name}.json`);
  rmSync(result, { force: true });
  const began = Date.now();
  say(`\n${name}`);
  const script = join(root, "dist", "bench", `${name}.mjs`);
  const { ok } = await run(process.execPath, [script], {
    echo: true,
    env: { ...process.env, ...env, NODE_ENV: "production", BENCH_RESULT: result },
  });
  const seconds = Math.round((Date.now() - began) / 1000);
  let figures = [];
  try {
    figures = JSON.parse(readFileSync(result, "utf8"));
  } catch {
    // It ended before it had measured anything.
  }
  return { name, ok, seconds, figures };
}

await runOrExplain(async () => {
  const { values } = readCommandLine(usage, { options: { only: { type: "string" } } });
  const benches = chosen(values.only);
  process.env.ENV_FILE = "none";
  await install();
  await buildBundles();
  await buildPages();
  await bundleBenches(benches);
  const { path } = await findChromium();
  const measured = [];
  for (const bench of benches) measured.push(await measure(bench, path ? { CHROMIUM_PATH: path } : {}));
  const figures = measured.flatMap(({ name, figures: own }) => own.map((one) => ({ bench: name, ...one })));
  const failed = measured.filter(({ ok }) => !ok).map(({ name }) => name);
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(record, `${JSON.stringify({ at: new Date().toISOString(), failed, figures }, null, 2)}\n`);
  say(`\n${tableOf(figures).join("\n")}`);
  const missed = figures.filter(({ isMet }) => !isMet).length;
  const unmeasured = failed.length === 0 ? "" : `; could not measure: ${failed.join(", ")}`;
  say(`\n${figures.length} figures, ${missed} missed${unmeasured}; kept in dist/bench.json`);
  process.exitCode = failed.length === 0 ? 0 : 1;
}, "The benches cannot be run");
