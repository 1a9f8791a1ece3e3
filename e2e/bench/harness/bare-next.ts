import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { root } from "../../stack/folders";
import { forkPart } from "../../stack/fork-part";

const folder = join(root, "dist", "bare-next");

export type BareNext = {
  /** An address that answers these bytes and does nothing else. */
  serve: (bytes: string) => string;
  stop: () => Promise<void>;
};

/** The control for every call of ours that goes through Next: a route handler with nothing to do. */
export async function startBareNext(): Promise<BareNext> {
  await build();
  const files = mkdtempSync(join(tmpdir(), "countersign-bytes-"));
  const part = await forkPart(join(folder, "serve.mjs"), {});
  let served = 0;
  return {
    serve(bytes) {
      served += 1;
      const file = join(files, String(served));
      writeFileSync(file, bytes);
      return `http://127.0.0.1:${part.port}/bytes?file=${encodeURIComponent(file)}`;
    },
    async stop() {
      await part.stop();
      rmSync(files, { recursive: true, force: true });
    },
  };
}

async function build(): Promise<void> {
  if (existsSync(join(folder, ".next", "BUILD_ID"))) return;
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, "e2e", "bench", "bare-next"), folder, { recursive: true });
  const next = join(root, "node_modules", "next", "dist", "bin", "next");
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  await promisify(execFile)(process.execPath, [next, "build"], { cwd: folder, env });
}
