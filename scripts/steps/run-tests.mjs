import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./root.mjs";
import { run } from "./run.mjs";

/** What a run of tests came to. A run that failed without a failed test counts as one failure. */
function counted({ passed, failed }, { ok, output }) {
  return { passed, failed: !ok && failed === 0 ? 1 : failed, ok: ok && failed === 0, output };
}

async function withReport(work) {
  const folder = mkdtempSync(join(tmpdir(), "countersign-report-"));
  const file = join(folder, "report.json");
  try {
    const outcome = await work(file);
    try {
      return [JSON.parse(readFileSync(file, "utf8")), outcome];
    } catch {
      return [null, { ...outcome, ok: false }];
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function runVitest(projects, { echo = false, env = process.env, args = [] } = {}) {
  const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
  const chosen = projects.flatMap((name) => ["--project", name]);
  const [report, outcome] = await withReport((file) =>
    run(
      process.execPath,
      [
        vitest,
        "run",
        ...chosen,
        ...args,
        `--reporter=${echo ? "default" : "dot"}`,
        "--reporter=json",
        `--outputFile.json=${file}`,
      ],
      {
        echo,
        env: { ...env, NODE_ENV: "test", NO_COLOR: "1" },
      },
    ),
  );
  // A file that could not even be loaded has no failed test of its own.
  const unloaded = (report?.testResults ?? []).filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((one) => one.status === "failed"),
  );
  return counted(
    { passed: report?.numPassedTests ?? 0, failed: (report?.numFailedTests ?? 0) + unloaded.length },
    outcome,
  );
}

export async function runPlaywright({ env = process.env, args = [] } = {}) {
  const playwright = join(root, "node_modules", "@playwright", "test", "cli.js");
  const [report, outcome] = await withReport((file) =>
    run(
      process.execPath,
      [playwright, "test", "--config", "e2e/playwright.config.ts", "--reporter=list,json", ...args],
      {
        echo: true,
        env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: file },
      },
    ),
  );
  const { expected = 0, unexpected = 0, flaky = 0 } = report?.stats ?? {};
  return counted({ passed: expected, failed: unexpected + flaky }, outcome);
}
