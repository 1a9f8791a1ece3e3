// Everything `npm start` runs: our bundles, then Next's pages. Does nothing when no source changed.
import { buildBundles, buildPages } from "./steps/build.mjs";
import { readCommandLine } from "./steps/command-line.mjs";
import { runOrExplain } from "./steps/fault.mjs";
import { install } from "./steps/install.mjs";

await runOrExplain(async () => {
  readCommandLine("npm run build    install, then build what npm start runs");
  await install();
  await buildBundles();
  await buildPages();
}, "Countersign cannot be built");
