import { buildBundles, buildPages } from "./build.mjs";
import { findChromium } from "./find-chromium.mjs";
import { runPlaywright, runVitest } from "./run-tests.mjs";

const combinations = 768;
const freshSequences = 2_000;
const freshWorlds = 500;

/** Pieces of so many of `total`, each with where it begins. */
function pieces(total, size) {
  return Array.from({ length: Math.ceil(total / size) }, (_, index) => ({
    from: index * size,
    count: Math.min(size, total - index * size),
  }));
}

function rules(what, test, total, size, seed) {
  return pieces(total, size).map(({ from, count }) => ({
    name: `${what} ${from + 1} to ${from + count} of ${total}`,
    work: () =>
      runVitest(["prove"], {
        args: ["rules.prove", "-t", test],
        env: {
          ...process.env,
          PROVE_SEED: String(seed),
          PROVE_FROM: String(from),
          PROVE_COUNT: String(count),
        },
      }),
  }));
}

/** Both sides played against each other, in worlds of this proof's own. */
function worlds(seed) {
  return pieces(freshWorlds, 50).map(({ from, count }) => ({
    name: `worlds ${from + 1} to ${from + count} of ${freshWorlds}`,
    work: () =>
      runVitest(["db"], {
        args: ["lib/worlds"],
        env: {
          ...process.env,
          WORLDS_SEED: String(seed),
          WORLDS_FROM: String(from),
          WORLDS_COUNT: String(count),
        },
      }),
  }));
}

/** Ten times the answers twisted with every run of the tests, on seeds of this proof's own. */
function twistedAnswers(seed) {
  return {
    name: "200,000 twisted answers read by the client",
    work: () =>
      runVitest(["unit"], {
        args: ["lib/opentrain/fuzz"],
        env: { ...process.env, FUZZ_RUNS: "200000", FUZZ_SEED: String(seed) },
      }),
  };
}

/** Struck down again and again under load; the seed says when and what was asked. */
function kills(seed) {
  return {
    name: "ten kills under load",
    async work() {
      const { path, missing } = await findChromium();
      if (missing) return { ok: false, output: missing };
      await buildBundles();
      await buildPages();
      const env = {
        ...process.env,
        CHROMIUM_PATH: path,
        KILL_ROUNDS: "10",
        KILL_SEED: String(seed % 1_000_000),
      };
      return runPlaywright({ env, args: ["kill.spec"] });
    },
  };
}

const killPlaces = {
  "lib/server/recorder-kills": [
    "ask-before-commit",
    "ask-committed",
    "answer-seen",
    "answer-before-commit",
    "answer-committed",
    "settling-before-commit",
    "settling-committed",
    "spool-before-fsync",
    "spool-after-fsync",
    "spool-record-stored",
    "spool-record-drained",
    "spool-before-emptied",
    "gap-before-written",
    "any moment",
  ],
  "lib/worker/worker-kills": [
    "backfill-page-before-commit",
    "backfill-page-committed",
    "backfill-batch-before-commit",
    "backfill-batch-committed",
    "feed-page-before-commit",
    "feed-page-committed",
    "lease-held",
    "any moment",
  ],
  "lib/store/migrate-kills": ["migration-before-commit", "migration-committed"],
};
const killsAtEach = 50;

/** One process dies at one named place, again and again: the web while agents ask, the worker, a migration. */
function killsAtPlaces() {
  return Object.entries(killPlaces).flatMap(([file, places]) =>
    places.flatMap((place) => killsAt(file, place)),
  );
}

function killsAt(file, place) {
  return pieces(killsAtEach, 25).map(({ from, count }) => ({
    name: `${file.split("/")[1]} killed at ${place}, ${from + 1} to ${from + count} of ${killsAtEach}`,
    work: () =>
      runVitest(["db"], {
        args: [file],
        env: {
          ...process.env,
          KILL_POINT: place,
          KILL_POINT_FROM: String(from),
          KILL_POINT_ROUNDS: String(count),
        },
      }),
  }));
}

/** Every long proof, in the order in which they are run. */
export function proofs(seed) {
  return [
    ...rules("the sandbox's rules, combination of switches", "every combination", combinations, 64, seed),
    ...rules("the sandbox's rules, fresh sequence", "fresh sequences", freshSequences, 200, seed),
    ...worlds(seed),
    twistedAnswers(seed),
    ...killsAtPlaces(),
    kills(seed),
  ];
}
