// `npm run bench`: how fast the built inbox is, each figure beside a control measured in the same run.
import { join } from "node:path";
import { runBenches } from "./steps/run-benches.mjs";

const usage = `
npm run bench -- [options]

How fast the built inbox is, beside a control in the same run.

--only NAME             one bench; without it, all of them
`;

await runBenches({ usage, folder: join("e2e", "bench"), record: "bench.json" });
