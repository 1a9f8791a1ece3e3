// `npm start`: from a fresh clone to a running inbox. Nothing here may need a package.
import { readFileSync } from "node:fs";

// Asked before anything is loaded that an older Node may not have.
const { engines } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const [major, minor] = engines.node
  .replace(/[^0-9.]/g, "")
  .split(".")
  .map(Number);
const [hasMajor, hasMinor] = process.versions.node.split(".").map(Number);
if (hasMajor < major || (hasMajor === major && hasMinor < minor)) {
  process.stderr.write(
    `\nCountersign cannot start\n\n  Node  must be ${engines.node}; this is ${process.versions.node}. Install a newer one.\n\n`,
  );
  process.exit(1);
}

const { runOrExplain } = await import("./steps/fault.mjs");
const { start } = await import("./steps/start.mjs");
const { inRelease } = await import("./steps/releases.mjs");
const { here, hereUsage, readCommandLine } = await import("./steps/command-line.mjs");
const isDevelopment = process.argv.includes("--development");
const usage = `
npm ${isDevelopment ? "run dev" : "start"} -- [options]

Installs, builds and runs the inbox until Ctrl-C.

${hereUsage}

Settings are read from the environment, then from .env; .env.example names them all.
`;
const work = () => start({ mode: isDevelopment ? "development" : "production" });
await runOrExplain(() => {
  readCommandLine(usage, { options: { ...here, development: { type: "boolean" } } });
  return isDevelopment ? work() : inRelease("start.mjs", work);
});
