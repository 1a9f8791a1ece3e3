// Runs after `npm install`. npm leaves optional packages for other platforms out of the lockfile when the
// registry it asked does not have them, and `npm ci` then refuses that lockfile. A stub for each is enough.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const systems = [
  "darwin",
  "linux",
  "win32",
  "android",
  "freebsd",
  "openbsd",
  "netbsd",
  "sunos",
  "aix",
  "openharmony",
];
const processors = [
  "arm64",
  "x64",
  "ia32",
  "arm",
  "ppc64",
  "riscv64",
  "s390x",
  "loong64",
  "mips64el",
  "wasm32",
];
const otherNames = { windows: "win32", ppc64le: "ppc64", armv7: "arm", s390x: "s390x", gnueabihf: "arm" };

function platformOf(name) {
  const words = name.split(/[/-]/).map((word) => otherNames[word] ?? word);
  const os = systems.filter((system) => words.includes(system));
  const cpu = processors.filter((processor) => words.includes(processor));
  if (words.includes("linuxmusl")) os.push("linux");
  return { ...(cpu.length > 0 ? { cpu } : {}), ...(os.length > 0 ? { os } : {}) };
}

function foldersAbove(place) {
  const folders = [place];
  for (let rest = place; rest !== ""; ) {
    const cut = rest.lastIndexOf("/node_modules/");
    rest = cut < 0 ? "" : rest.slice(0, cut);
    folders.push(rest);
  }
  return folders;
}

function find(packages, place, name) {
  return foldersAbove(place)
    .map((folder) => `${folder === "" ? "" : `${folder}/`}node_modules/${name}`)
    .find((path) => path in packages);
}

const depthOf = (place) => place.split("/node_modules/").length;

/** The same lock with a stub for every optional dependency it lacks; how many were added. */
export function addStubs(lock) {
  const packages = { ...lock.packages };
  let added = 0;
  // Shallow ones first: their dependencies get the places at the top, as npm would have it.
  const places = Object.entries(lock.packages).sort(([a], [b]) => depthOf(a) - depthOf(b));
  for (const [place, entry] of places) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      const version = range.replace(/^[\^~=v]+/, "");
      const found = find(packages, place, name);
      if (found && (range !== version || packages[found].version === version)) continue;
      const path = found ? `${place}/node_modules/${name}` : `node_modules/${name}`;
      packages[path] = { version, ...platformOf(name), optional: true };
      added += 1;
    }
  }
  // Where a package was fetched from is nobody else's business, and wrong on the next machine.
  for (const entry of Object.values(packages)) delete entry.resolved;
  const sorted = Object.fromEntries(
    Object.entries(packages).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  );
  return { lock: { ...lock, packages: sorted }, added };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const file = fileURLToPath(new URL("../package-lock.json", import.meta.url));
  const before = readFileSync(file, "utf8");
  const { lock, added } = addStubs(JSON.parse(before));
  const after = `${JSON.stringify(lock, null, 2)}\n`;
  if (after !== before) writeFileSync(file, after);
  console.log(`package-lock.json: ${added} stubs for other platforms added`);
}
