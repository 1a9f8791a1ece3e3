// `npm run bench:web`: how quick the built pages are in a browser, beside a control measured in the same run.
import { join } from "node:path";
import { runBenches } from "./steps/run-benches.mjs";

const usage = `
npm run bench:web -- [options]

How quick the built pages are in a browser, beside a control in the same run.

--only NAME             one bench; without it, all of them
`;

await runBenches({ usage, folder: join("e2e", "bench", "web"), record: "bench-web.json" });
