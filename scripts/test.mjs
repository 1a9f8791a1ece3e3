// `npm test`: from a fresh clone to a verdict. The last line is `N passed, N failed`.
// `npm test -- --only db,slow` runs some parts only.
import { buildBundles, buildPages } from "./steps/build.mjs";
import { findChromium } from "./steps/find-chromium.mjs";
import { findWebkit } from "./steps/find-webkit.mjs";
import { install } from "./steps/install.mjs";
import { runPlaywright, runVitest } from "./steps/run-tests.mjs";
import { prepareSurroundings } from "./steps/test-surroundings.mjs";
import { verify } from "./steps/verify.mjs";

const one = { passed: 1, failed: 0 };
const none = { passed: 0, failed: 1 };

function say(text) {
  process.stdout.write(`${text}\n`);
}

async function build() {
  await buildBundles();
  await buildPages();
  return one;
}

async function browser() {
  const { path, missing } = await findChromium();
  if (missing) {
    say(missing);
    return none;
  }
  const webkit = await findWebkit();
  if (webkit.missing) skipped.push(`the journeys in WebKit: ${webkit.missing}`);
  const env = { ...process.env, CHROMIUM_PATH: path, WEBKIT_DRIVER_PATH: webkit.path ?? "none" };
  return await runPlaywright({ env });
}

const parts = [
  { name: "verify", work: verify },
  { name: "db", work: () => runVitest(["db"], { echo: true }) },
  { name: "slow", work: () => runVitest(["slow"], { echo: true }) },
  { name: "build", work: build },
  { name: "conformance", work: () => runVitest(["conformance", "through-recorder"], { echo: true }) },
  { name: "browser", work: browser },
];

function chosenParts() {
  const at = process.argv.indexOf("--only");
  if (at < 0) return parts;
  const names = (process.argv[at + 1] ?? "").split(",");
  const unknown = names.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0) throw new Error(`There is no part named ${unknown.join(", ")}.`);
  // These two run what was built.
  const needsBuild = ["browser", "conformance"].some((name) => names.includes(name));
  return parts.filter(({ name }) => names.includes(name) || (name === "build" && needsBuild));
}

function problemOf(error) {
  return error?.faults
    ? error.faults.map(({ name, problem }) => `${name} ${problem}`).join("\n")
    : String(error?.stack ?? error);
}

/** What could not be tried here, said at the end. */
const skipped = [];

const total = { passed: 0, failed: 0 };

/** One works while the other waits: for processes to start and to end, above all. */
const besideEachOther = [["db", "slow"]];

/** In their order, as they are run: one by one, or two at once. */
function stagesOf(chosen) {
  const stages = [];
  for (const part of chosen) {
    const beside = besideEachOther.find((names) => names.includes(part.name)) ?? [];
    const stage = stages.at(-1);
    if (stage?.every(({ name }) => beside.includes(name))) stage.push(part);
    else stages.push([part]);
  }
  return stages;
}

async function runPart({ name, work }) {
  const startedAt = Date.now();
  say(`\n== ${name}`);
  const { passed, failed } = await work().catch((error) => {
    say(problemOf(error));
    return none;
  });
  total.passed += passed;
  total.failed += failed;
  say(`== ${name}: ${passed} passed, ${failed} failed, ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}

try {
  prepareSurroundings();
  process.env.ENV_FILE = "none";
  await install();
  for (const stage of stagesOf(chosenParts())) await Promise.all(stage.map(runPart));
} catch (error) {
  say(problemOf(error));
  total.failed += 1;
}
if (skipped.length > 0) say(`\n${skipped.length} skipped: ${skipped.join("; ")}`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
say(`\n${total.passed} passed, ${total.failed} failed`);
