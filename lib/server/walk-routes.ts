import { readFileSync } from "node:fs";
import { join } from "node:path";
import { addressOf } from "@/lib/server/app-files";
import { type ApiRow, apiRows, pageRows } from "@/lib/server/route-access";

export type Step = { method: string; path: string; status: number; fault: string | null };

/**
 * Asks every address of a running inbox without a session: what the build contains and what our own server
 * dispatches. A fault is a row that answers a stranger, or a built address that has no row.
 */
export async function walkRoutes(baseUrl: string, buildDir: string): Promise<Step[]> {
  const built = builtAddresses(buildDir);
  const known = new Set<string>([...apiRows, ...pageRows].map((row) => row.path));
  const steps: Step[] = built
    .filter((path) => !known.has(path))
    .map((path) => ({ method: "-", path, status: 0, fault: "built, but in no row of the access table" }));
  for (const row of pageRows.filter(({ path }) => built.includes(path))) {
    if (row.access === "session") steps.push(await askPage(baseUrl, row.path));
    else if (!row.why)
      steps.push({ method: "GET", path: row.path, status: 0, fault: "public without a reason" });
  }
  for (const row of apiRows as readonly ApiRow[]) {
    if (row.access === "public" && !row.why) {
      steps.push({ method: "-", path: row.path, status: 0, fault: "public without a reason" });
    }
    if (row.access === "public") continue;
    for (const method of row.methods === "*" ? ["GET", "POST"] : row.methods) {
      steps.push(await askApi(baseUrl, method, row));
    }
  }
  return steps;
}

/** What the build serves: pages and route handlers, without Next's own error pages. */
function builtAddresses(buildDir: string): string[] {
  const manifest: unknown = JSON.parse(
    readFileSync(join(buildDir, "server", "app-paths-manifest.json"), "utf8"),
  );
  return Object.keys(manifest ?? {})
    .filter((name) => !name.startsWith("/_"))
    .filter(
      (name) =>
        /\/(page|route)$/.test(name) &&
        !/\/(favicon\.ico|icon[^/]*|manifest\.webmanifest)\/route$/.test(name),
    )
    .map((name) => addressOf(name.replace(/\/(page|route)$/, "")));
}

async function askPage(baseUrl: string, path: string): Promise<Step> {
  const response = await ask(baseUrl, "GET", path);
  const location = response.headers.get("location");
  const isDoor = location !== null && new URL(location, baseUrl).pathname === "/sign-in";
  const isFine = response.status === 401 || (response.status >= 300 && response.status < 400 && isDoor);
  return {
    method: "GET",
    path,
    status: response.status,
    fault: isFine ? null : "a stranger was not sent to the door",
  };
}

async function askApi(baseUrl: string, method: string, row: ApiRow): Promise<Step> {
  const response = await ask(baseUrl, method, row.path);
  const refused = response.status === 401 || response.status === 403;
  // What is not there yet answers nobody; a session is asked for first all the same.
  const isAbsent = row.served === "later" && row.access !== "session" && response.status === 404;
  return {
    method,
    path: row.path,
    status: response.status,
    fault: refused || isAbsent ? null : "a stranger was not refused",
  };
}

async function ask(baseUrl: string, method: string, pattern: string): Promise<Response> {
  const path = pattern.replace(/\[[^\]]+\]/g, "walk_1").replace("**", "walk_1");
  const response = await fetch(new URL(path, baseUrl), {
    method,
    redirect: "manual",
    ...(method === "GET" ? {} : { body: "{}", headers: { "Content-Type": "application/json" } }),
  });
  await response.arrayBuffer();
  return response;
}
