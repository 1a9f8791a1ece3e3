import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../stack/folders";

/** What Next has built, so that a page or a handler nobody wrote down is found. */
export function builtRoutes(): string[] {
  const file = join(root, ".next", "server", "app-paths-manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  return Object.keys(manifest)
    .map((entry) => entry.replace(/\/(page|route)$/, "").replaceAll(/\/\([^)]+\)/g, "") || "/")
    .filter((path) => !/\/(_|favicon|icon|apple-icon|manifest|robots)/.test(path));
}
