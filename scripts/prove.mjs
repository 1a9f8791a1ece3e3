// `npm run prove`: the long proofs, whole, piece by piece. `-- --minutes 30` stops after that time; the next run
// goes on with the pieces that are left, as long as nothing they prove has changed. `-- --fresh` begins anew.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readCommandLine } from "./steps/command-line.mjs";
import { fault, runOrExplain } from "./steps/fault.mjs";
import { fingerprint } from "./steps/fingerprint.mjs";
import { install } from "./steps/install.mjs";
import { proofs } from "./steps/proofs.mjs";
import { root } from "./steps/root.mjs";

const record = join(root, "dist", "prove.json");
const sources = ["lib", "e2e", "scripts", "package-lock.json"];

const usage = `
npm run prove -- [options]

The long proofs, whole; the next run goes on with what is left.

--minutes NUMBER        stop after that time; 60 without it
--fresh                 begin anew
`;

function minutesOf(given) {
  const minutes = Number(given);
  if (!(minutes > 0)) throw fault("--minutes", "must be followed by a number of minutes.");
  return minutes;
}

/** What was proven before, if it was of the same sources. */
function readState(isFresh) {
  const wanted = fingerprint(sources);
  if (isFresh) rmSync(record, { force: true });
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
  const options = { minutes: { type: "string", default: "60" }, fresh: { type: "boolean" } };
  const { values } = readCommandLine(usage, { options });
  const deadline = Date.now() + minutesOf(values.minutes) * 60_000;
  process.env.ENV_FILE = "none";
  await install();
  const state = readState(values.fresh === true);
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
