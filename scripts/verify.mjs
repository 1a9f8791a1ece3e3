// `npm run verify`: format, lint, types, import directions, unused code, unit tests. Seconds, no services.
import { readCommandLine } from "./steps/command-line.mjs";
import { runOrExplain } from "./steps/fault.mjs";
import { install } from "./steps/install.mjs";
import { verify } from "./steps/verify.mjs";

await runOrExplain(async () => {
  readCommandLine("npm run verify    format, lint, types, import directions, unused code, unit tests");
  await install();
  const { passed, failed } = await verify();
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  process.exitCode = failed === 0 ? 0 : 1;
}, "Countersign cannot be verified");
