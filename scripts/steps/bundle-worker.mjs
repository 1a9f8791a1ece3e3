import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.mjs";

const folder = "lib/offline";
/** What the bundle is made of besides `lib`. */
export const workerStyles = "app/globals.css";
const target = ["es2022", "safari16"];

function read(path) {
  return readFileSync(join(root, path), "utf8");
}

/** The tokens alone: both palettes as the inbox has them. */
function tokens() {
  const styles = read(workerStyles);
  const [from, to] = [styles.indexOf(":root"), styles.indexOf("@layer base")];
  if (from < 0 || to < from) throw new Error(`${workerStyles} no longer begins with its palettes`);
  return styles.slice(from, to);
}

function hashOf(text) {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}

/** The page for when there is no network, whole in itself, and a policy that lets nothing else run on it. */
async function offlinePage({ build, transform }) {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: [`${folder}/page/main.ts`],
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    target,
    charset: "utf8",
    logLevel: "silent",
  });
  const script = outputFiles[0].text.trim();
  const sheet = await transform(tokens() + read(`${folder}/page/page.css`), { loader: "css", minify: true });
  const style = sheet.code.trim();
  const [light, dark] = [...tokens().matchAll(/--paper: (#\w+)/g)].map(([, colour]) => colour);
  const page = read(`${folder}/page/page.html`)
    .replace("light paper", light)
    .replace("dark paper", dark)
    .replace("/* style */", () => style)
    .replace("/* script */", () => script);
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    "img-src data:",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "report-uri /api/csp-report",
  ].join("; ");
  return { page, policy };
}

/** The service worker, with the page it shows inside it. */
export async function bundleWorker(esbuild, outfile) {
  const { page, policy } = await offlinePage(esbuild);
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [`${folder}/worker/main.ts`],
    outfile,
    bundle: true,
    minify: true,
    format: "iife",
    target,
    charset: "utf8",
    define: { OFFLINE_PAGE: JSON.stringify(page), OFFLINE_POLICY: JSON.stringify(policy) },
    logLevel: "silent",
  });
}
