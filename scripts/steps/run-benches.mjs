import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findBenches, tableOf } from "./benches.mjs";
import { buildBundles, buildPages } from "./build.mjs";
import { bundleBenches } from "./bundle.mjs";
import { readCommandLine } from "./command-line.mjs";
import { fault, runOrExplain } from "./fault.mjs";
import { findChromium } from "./find-chromium.mjs";
import { install } from "./install.mjs";
import { root } from "./root.mjs";
import { run } from "./run.mjs";

function say(text) {
  process.stdout.write(`${text}\n`);
}

function chosen(folder, only) {
  const all = findBenches(folder);
  if (only === undefined) return all;
  const found = all.filter(({ name }) => name === only);
  if (found.length === 0) throw fault("--only", `must be one of ${all.map(({ name }) => name).join(", ")}.`);
  return found;
}

async function measure({ name, script }, env) {
  const result = script.replace(/\.mjs$/, ".json");
  rmSync(result, { force: true });
  const began = Date.now();
  say(`\n${name}`);
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

/**
 * All benches of a folder, or the one that is asked for, each in a process of its own; what they measured as a
 * table and in `dist/<record>`. A figure that is missed is told, not failed; only what could not be measured
 * makes it fail.
 */
export async function runBenches({ usage, folder, record }) {
  await runOrExplain(async () => {
    const { values } = readCommandLine(usage, { options: { only: { type: "string" } } });
    const benches = chosen(folder, values.only);
    process.env.ENV_FILE = "none";
    await install();
    await buildBundles();
    await buildPages();
    await bundleBenches(benches);
    const { path, missing } = await findChromium();
    if (missing) throw fault("Chromium", missing);
    const measured = [];
    for (const bench of benches) measured.push(await measure(bench, { CHROMIUM_PATH: path }));
    const figures = measured.flatMap(({ name, figures: own }) => own.map((one) => ({ bench: name, ...one })));
    const failed = measured.filter(({ ok }) => !ok).map(({ name }) => name);
    mkdirSync(join(root, "dist"), { recursive: true });
    const kept = { at: new Date().toISOString(), failed, figures };
    writeFileSync(join(root, "dist", record), `${JSON.stringify(kept, null, 2)}\n`);
    say(`\n${tableOf(figures).join("\n")}`);
    const missed = figures.filter(({ isMet }) => !isMet).length;
    const unmeasured = failed.length === 0 ? "" : `; could not measure: ${failed.join(", ")}`;
    say(`\n${figures.length} figures, ${missed} missed${unmeasured}; kept in dist/${record}`);
    process.exitCode = failed.length === 0 ? 0 : 1;
  }, "The benches cannot be run");
}
