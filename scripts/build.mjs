// Everything `npm start` runs: our bundles, then Next's pages. Does nothing when no source changed.
import { buildBundles, buildPages } from "./steps/build.mjs";
import { runOrExplain } from "./steps/fault.mjs";
import { install } from "./steps/install.mjs";

await runOrExplain(async () => {
  await install();
  await buildBundles();
  await buildPages();
}, "Countersign cannot be built");
