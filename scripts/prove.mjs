// `npm run prove`: the long proofs, whole, piece by piece. `-- --minutes 30` stops after that time; the next run
// goes on with the pieces that are left, as long as nothing they prove has changed. `-- --fresh` begins anew.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fault, runOrExplain } from "./steps/fault.mjs";
import { fingerprint } from "./steps/fingerprint.mjs";
import { install } from "./steps/install.mjs";
import { proofs } from "./steps/proofs.mjs";
import { root } from "./steps/root.mjs";

const record = join(root, "dist", "prove.json");
const sources = ["lib", "e2e", "scripts", "package-lock.json"];

function minutesGiven() {
  const at = process.argv.indexOf("--minutes");
  if (at < 0) return 60;
  const minutes = Number(process.argv[at + 1]);
  if (!(minutes > 0)) throw fault("--minutes", "must be followed by a number of minutes.");
  return minutes;
}

/** What was proven before, if it was of the same sources. */
function readState() {
  const wanted = fingerprint(sources);
  if (process.argv.includes("--fresh")) rmSync(record, { force: true });
  try {
    const state = JSON.parse(readFileSync(record, "utf8"));
    if (state.sources === wanted) return state;
  } catch {
    // Nothing was proven yet.
  }
  return { sources: wanted, seed: Math.floor(Math.random() * 1_000_000_000), done: {} };
}

function keep(state) {
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(record, `${JSON.stringify(state, null, 2)}\n`);
}

function say(text) {
  process.stdout.write(`${text}\n`);
}

await runOrExplain(async () => {
  const deadline = Date.now() + minutesGiven() * 60_000;
  process.env.ENV_FILE = "none";
  await install();
  const state = readState();
  const pieces = proofs(state.seed);
  const left = pieces.filter(({ name }) => state.done[name] === undefined);
  say(`Seed ${state.seed}; ${pieces.length} pieces, ${left.length} left`);
  let failed = 0;
  for (const { name, work } of left) {
    if (Date.now() > deadline) break;
    const began = Date.now();
    const { ok, output } = await work();
    const seconds = ((Date.now() - began) / 1000).toFixed(1);
    say(`${ok ? "proven" : "FAILED"}  ${name} (${seconds} s)`);
    if (ok) {
      state.done[name] = Date.now() - began;
      keep(state);
    } else {
      failed += 1;
      say(output);
    }
  }
  const done = Object.keys(state.done).length;
  const isWhole = done === pieces.length;
  if (!isWhole && failed === 0) say("The time is up; run it again to go on with what is left.");
  say(`\n${done} of ${pieces.length} pieces proven, ${failed} failed`);
  process.exitCode = isWhole ? 0 : 1;
}, "The proofs cannot be run");
