import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw } from "node:zlib";

const unpack: Record<string, (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>> = {
  br: promisify(brotliDecompress),
  gzip: promisify(gunzip),
  "x-gzip": promisify(gunzip),
  deflate: (bytes, options) =>
    promisify(inflate)(bytes, options).catch(() => promisify(inflateRaw)(bytes, options)),
};

/** A copy as it was before it was packed; null where that is larger than the limit, or packed in another way. */
export async function decodeBody(
  bytes: Buffer,
  encoding: string | undefined,
  limit: number,
): Promise<Buffer | null> {
  const names = (encoding ?? "")
    .toLowerCase()
    .split(",")
    .map((name) => name.trim());
  let decoded = bytes;
  for (const name of names.toReversed()) {
    if (name === "" || name === "identity") continue;
    const one = unpack[name];
    if (!one) return null;
    try {
      decoded = await one(decoded, { maxOutputLength: limit });
    } catch {
      return null;
    }
  }
  return decoded.length > limit ? null : decoded;
}
