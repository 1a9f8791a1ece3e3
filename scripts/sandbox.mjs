// Runs the sandbox alone, in the foreground.
import { spawn } from "node:child_process";
import { bundle, bundlePath } from "./steps/bundle.mjs";
import { readCommandLine } from "./steps/command-line.mjs";
import { runOrExplain } from "./steps/fault.mjs";
import { install } from "./steps/install.mjs";
import { root } from "./steps/root.mjs";

const usage = `
npm run sandbox    the simulated OpenTrain alone, until Ctrl-C

SANDBOX_PORT (4010) and DATA_DIR (.data) say where it listens and what it keeps.
`;

// Apart from the one that a running inbox starts again when its sandbox ends.
const apart = "dist/alone";

await runOrExplain(async () => {
  readCommandLine(usage);
  await install();
  await bundle(["sandbox"], apart);
  const child = spawn(process.execPath, [bundlePath("sandbox", apart)], {
    cwd: root,
    stdio: "inherit",
    env: {
      ...process.env,
      DATA_DIR: process.env.DATA_DIR || ".data",
      SANDBOX_PORT: process.env.SANDBOX_PORT || "4010",
    },
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}, "The sandbox cannot start");
