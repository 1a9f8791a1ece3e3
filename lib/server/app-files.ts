import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export type AppFile = { kind: "page" | "route"; path: string; methods: string[] };

const exported = /export\s+(?:async\s+)?(?:const|function)\s+(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/g;
const renamed = /\bas\s+(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b/g;

/** Every page and route handler in the source tree, by the address it gets. */
export function listAppFiles(appDir: string): AppFile[] {
  const found: AppFile[] = [];
  for (const entry of readdirSync(appDir, { recursive: true, withFileTypes: true })) {
    const name = /^(page|route)\.tsx?$/.exec(entry.name)?.[1];
    if (name !== "page" && name !== "route") continue;
    const folder = entry.parentPath.slice(appDir.length);
    const text = name === "route" ? readFileSync(join(entry.parentPath, entry.name), "utf8") : "";
    const methods = [...text.matchAll(exported), ...text.matchAll(renamed)].flatMap(
      (match) => match[1] ?? [],
    );
    found.push({ kind: name, path: addressOf(folder), methods: name === "page" ? ["GET"] : methods });
  }
  return found;
}

/** Groups and parallel slots are folders, not addresses. */
export function addressOf(folder: string): string {
  const segments = folder.split("/").filter((segment) => segment !== "" && !/^[(@]/.test(segment));
  return `/${segments.join("/")}`;
}
