import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Handler } from "@/lib/server/exchange";

const packable = /^\/_next\/static\/chunks\/([\w~-][\w.~-]*)\.(js|css)$/;
const types: Record<string, string> = {
  js: "application/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};
/** They are for documents, and on a dozen scripts together as long as a script. */
const idle = ["Content-Security-Policy", "Permissions-Policy"];

/**
 * The scripts and styles as the build packed them, an eighth smaller than what can be packed while somebody
 * waits. Whoever does not take them so, and whatever was not packed, is Next's to answer.
 */
export function packedFiles(dir: string, next: Handler): Handler {
  const kept = new Map<string, Buffer>();
  const read = async (name: string) => {
    const known = kept.get(name);
    if (known) return known;
    const found = await readFile(join(dir, ".next", "static", "chunks", `${name}.br`)).catch(() => null);
    if (found) kept.set(name, found);
    return found;
  };
  return async (exchange) => {
    const { req, res, path } = exchange;
    const [, name, kind = ""] = packable.exec(path) ?? [];
    if (name === undefined || !takesBrotli(req.headers["accept-encoding"])) return next(exchange);
    const body = await read(`${name}.${kind}`);
    if (body === null) return next(exchange);
    for (const header of idle) res.removeHeader(header);
    res.writeHead(200, {
      "Content-Type": types[kind],
      "Content-Encoding": "br",
      "Content-Length": body.length,
      // The name holds a digest of what is in it.
      "Cache-Control": "public, max-age=31536000, immutable",
      Vary: "Accept-Encoding",
    });
    res.end(req.method === "HEAD" ? undefined : body);
  };
}

function takesBrotli(accepted: string | undefined): boolean {
  return (accepted ?? "").split(",").some((part) => {
    const [name = "", ...parameters] = part.toLowerCase().split(";");
    return name.trim() === "br" && !parameters.some((parameter) => /^\s*q=0(\.0*)?\s*$/.test(parameter));
  });
}
