import { crc32 } from "node:zlib";

// A record in the spool: its length, a checksum, then what it holds.
const headLength = 8;
/** No record of ours is larger: a length beyond it is no length. */
const longest = 4 * 1024 * 1024;

export function frame(content: Buffer): Buffer {
  const head = Buffer.alloc(headLength);
  head.writeUInt32BE(content.length, 0);
  head.writeUInt32BE(crc32(content), 4);
  return Buffer.concat([head, content]);
}

type Read = (at: number, length: number) => Promise<Buffer>;

/** The record at a place and where the next begins; null when nothing whole is there. */
export async function readFrame(read: Read, at: number): Promise<{ content: Buffer; next: number } | null> {
  const head = await read(at, headLength);
  if (head.length < headLength) return null;
  const length = head.readUInt32BE(0);
  if (length === 0 || length > longest) return null;
  const content = await read(at + headLength, length);
  if (content.length < length || crc32(content) !== head.readUInt32BE(4)) return null;
  return { content, next: at + headLength + length };
}
