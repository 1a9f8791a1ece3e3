import { readFileSync } from "node:fs";

export const dynamic = "force-dynamic";

const bytes = new Map();

/** The bytes of a file, read once: what a route handler costs that has nothing to do. */
export async function GET(request) {
  const file = new URL(request.url).searchParams.get("file");
  if (!bytes.has(file)) bytes.set(file, readFileSync(file));
  return new Response(bytes.get(file), { headers: { "Content-Type": "application/json; charset=utf-8" } });
}
