// Runs the sandbox alone, in the foreground.
import { spawn } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("..", import.meta.url));
const outfile = `${root}dist/sandbox.mjs`;

// A few milliseconds, so there is no question whether the bundle is still the source.
await mkdir(`${root}dist`, { recursive: true });
await build({
  entryPoints: [`${root}lib/sandbox/main.ts`],
  outfile,
  bundle: true,
  packages: "external",
  platform: "node",
  target: "node20",
  format: "esm",
  logLevel: "warning",
});

const child = spawn(process.execPath, [outfile], {
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
