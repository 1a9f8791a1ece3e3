import { execFile } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { contentSecurityPolicy } from "@/lib/server/security-headers";
import { root } from "../../stack/folders";
import { forkPart } from "../../stack/fork-part";

const folder = join(root, "dist", "bare-next");
const sources = join(root, "e2e", "bench", "bare-next");
const packages = join(root, "node_modules");

export type BareNext = {
  /** An address that answers these bytes and does nothing else. */
  serve: (bytes: string) => string;
  /** Its pages, which are empty: `/`, made at the build, and `/dynamic`, made for each request. */
  origin: string;
  stop: () => Promise<void>;
};

/** The control for all of ours that goes through Next: a route handler and pages with nothing to do. */
export async function startBareNext(): Promise<BareNext> {
  await build();
  const files = mkdtempSync(join(tmpdir(), "countersign-bytes-"));
  const policy = contentSecurityPolicy("NONCE", false);
  const part = await forkPart(join(folder, "serve.mjs"), { POLICY: policy });
  let served = 0;
  return {
    origin: `http://localhost:${part.port}`,
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

/** Once for what it is made of, the version of Next among it. */
async function build(): Promise<void> {
  const made = madeOf();
  const record = join(folder, "made-of.json");
  if (existsSync(record) && readFileSync(record, "utf8") === made) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(sources, folder, { recursive: true });
  const next = join(packages, "next", "dist", "bin", "next");
  const env = { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
  await promisify(execFile)(process.execPath, [next, "build"], { cwd: folder, env });
  writeFileSync(record, made);
}

function madeOf(): string {
  const { version } = JSON.parse(readFileSync(join(packages, "next", "package.json"), "utf8"));
  const entries = readdirSync(sources, { recursive: true, withFileTypes: true }).filter((one) =>
    one.isFile(),
  );
  const files = entries.map(({ parentPath, name }) => join(parentPath, name)).sort();
  return JSON.stringify({ next: version, files: files.map((file) => [file, readFileSync(file, "utf8")]) });
}
