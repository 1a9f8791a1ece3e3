import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { bundleWorker } from "./bundle-worker.mjs";
import { fault } from "./fault.mjs";
import { isRelease, root } from "./root.mjs";

/** What runs on Node outside Next, each as one file. */
export const entries = {
  host: "lib/host/main.ts",
  web: "lib/server/main.ts",
  worker: "lib/worker/main.ts",
  sandbox: "lib/sandbox/main.ts",
  command: "lib/host/command.ts",
  backup: "lib/host/backup/main.ts",
};

export function bundlePath(name, folder = "dist") {
  return join(root, folder, `${name}.mjs`);
}

// `server-only` guards Next's browser bundles and throws everywhere else; Next's own entries have no exports
// map, so Node wants their file names.
const nodeManners = {
  name: "node-manners",
  setup(build) {
    build.onResolve({ filter: /^server-only$/ }, () => ({ path: "server-only", namespace: "empty" }));
    build.onLoad({ filter: /.*/, namespace: "empty" }, () => ({ contents: "" }));
    build.onResolve({ filter: /^next\/[a-z-]+$/ }, ({ path }) => ({ path: `${path}.js`, external: true }));
  },
};

/** Bundles our own code, packages left outside. A few milliseconds each. */
export async function bundle(names = Object.keys(entries), folder = "dist") {
  if (isRelease) return;
  await bundleFiles(Object.fromEntries(names.map((name) => [name, entries[name]])), folder);
  if (names.includes("web")) {
    await withEsbuild(["service worker"], (esbuild) => bundleWorker(esbuild, join(folder, "sw.js")));
  }
}

/** As deep below the root as their sources lie: what looks for the root from where it stands finds it. */
export async function bundleBenches(benches) {
  const [folder] = benches.map(({ script }) => dirname(script));
  await bundleFiles(Object.fromEntries(benches.map(({ name, file }) => [name, file])), folder);
}

async function bundleFiles(files, folder) {
  const names = Object.keys(files);
  for (const name of names) {
    if (!existsSync(join(root, files[name])))
      throw fault(name, `cannot be built: ${files[name]} is not there.`);
  }
  await withEsbuild(names, ({ build }) =>
    build({
      absWorkingDir: root,
      entryPoints: files,
      outdir: folder,
      outExtension: { ".js": ".mjs" },
      bundle: true,
      format: "esm",
      platform: "node",
      target: "node20",
      packages: "external",
      sourcemap: true,
      logLevel: "silent",
      plugins: [nodeManners],
    }),
  );
}

async function withEsbuild(names, work) {
  const esbuild = await import("esbuild");
  try {
    await work(esbuild);
  } catch (error) {
    const [first] = error.errors ?? [];
    const where = first?.location ? `${first.location.file}:${first.location.line}: ` : "";
    throw fault(names.join(", "), `cannot be built: ${where}${first?.text ?? error.message}`);
  } finally {
    // Its own process would stay as long as ours does.
    await esbuild.stop();
  }
}
