import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Exchange } from "@/lib/server/exchange";

const pack = promisify(gzip);
const worthIt = 1024;
/** Our lists repeat themselves so much that the quickest way of packing is nearly as good as the best. */
const level = 1;

/** A body as it goes out: packed where the other side takes that, and said so. */
export async function packed({ req, res }: Pick<Exchange, "req" | "res">, body: Buffer): Promise<Buffer> {
  if (body.length < worthIt) return body;
  res.appendHeader("Vary", "Accept-Encoding");
  if (!takesGzip(req.headers["accept-encoding"])) return body;
  res.setHeader("Content-Encoding", "gzip");
  return pack(body, { level });
}

function takesGzip(accepted: string | undefined): boolean {
  return (accepted ?? "").split(",").some((part) => {
    const [name = "", ...parameters] = part.toLowerCase().split(";");
    return name.trim() === "gzip" && !parameters.some((parameter) => /^\s*q=0(\.0*)?\s*$/.test(parameter));
  });
}
