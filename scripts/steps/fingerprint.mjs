import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./root.mjs";

function* filesUnder(path, skip) {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry || skip(relative(root, path))) return;
  if (entry.isFile()) yield path;
  if (!entry.isDirectory()) return;
  for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name), skip);
}

/** One number for the content of these files and folders, their names included. Times do not count. */
export function fingerprint(paths, skip = () => false) {
  const hash = createHash("sha256").update(
    `node ${process.versions.modules} ${process.platform} ${process.arch}`,
  );
  for (const path of paths) {
    for (const file of filesUnder(join(root, path), skip)) {
      const content = createHash("sha256").update(readFileSync(file)).digest("hex");
      hash.update(`\n${relative(root, file)} ${content}`);
    }
  }
  return hash.digest("hex");
}
