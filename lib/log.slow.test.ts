import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "log-"));
  await build({
    stdin: {
      contents: `import { log } from "./lib/log";
        process.on("uncaughtException", () => process.exit(3));
        process.stdin.once("data", () => {
          for (let line = 0; line < 100; line += 1) log.info({ line }, "nobody reads this");
          setImmediate(() => setImmediate(() => process.exit(0)));
        });
        log.info({}, "ready");`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    platform: "node",
    format: "esm",
    outfile: join(folder, "writer.mjs"),
    logLevel: "silent",
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test("a reader that went away does not end the writer", async () => {
  const writer = spawn(process.execPath, [join(folder, "writer.mjs")], { stdio: ["pipe", "pipe", "ignore"] });
  await once(writer.stdout, "data");
  writer.stdout.destroy();
  writer.stdin.write("go\n");
  expect(await once(writer, "exit")).toEqual([0, null]);
});
