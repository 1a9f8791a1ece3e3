// `npm run conformance`: every claim of the fact book against a sandbox of this run's own. With
// CONFORMANCE_BASE_URL and CONFORMANCE_TOKEN, the claims that only read, against that service and account.
import { bundle } from "./steps/bundle.mjs";
import { readCommandLine } from "./steps/command-line.mjs";
import { runOrExplain } from "./steps/fault.mjs";
import { install } from "./steps/install.mjs";
import { runVitest } from "./steps/run-tests.mjs";

await runOrExplain(async () => {
  readCommandLine("npm run conformance    every claim of the fact book against a sandbox of its own");
  await install();
  if (!process.env.CONFORMANCE_BASE_URL) await bundle(["sandbox"]);
  const { passed, failed } = await runVitest(["conformance"], { echo: true });
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
}, "The claims cannot be tried");
