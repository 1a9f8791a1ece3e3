import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { root } from "./root.mjs";

function* filesUnder(path, skip, from) {
  const entry = statSync(path, { throwIfNoEntry: false });
  if (!entry || skip(relative(from, path))) return;
  if (entry.isFile()) yield path;
  if (!entry.isDirectory()) return;
  for (const name of readdirSync(path).sort()) yield* filesUnder(join(path, name), skip, from);
}

/** One number for the content of these files and folders, their names included. Times do not count. */
export function fingerprint(paths, skip = () => false, from = root) {
  const hash = createHash("sha256").update(
    `node ${process.versions.modules} ${process.platform} ${process.arch}`,
  );
  for (const path of paths) {
    for (const file of filesUnder(join(from, path), skip, from)) {
      const content = createHash("sha256").update(readFileSync(file)).digest("hex");
      hash.update(`\n${relative(from, file)} ${content}`);
    }
  }
  return hash.digest("hex");
}
