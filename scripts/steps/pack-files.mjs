import { readdirSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress } from "node:zlib";

const pack = promisify(brotliCompress);
const atOnce = 4;

/** Packs each script and style of a folder beside itself, as small as it gets: `lib/server/packed-files.ts`. */
export async function packFiles(folder) {
  const files = readdirSync(folder).filter((name) => /\.(js|css)$/.test(name));
  const lane = async () => {
    for (let name = files.pop(); name; name = files.pop()) {
      await writeFile(join(folder, `${name}.br`), await pack(await readFile(join(folder, name))));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
}
