import { crc32 } from "node:zlib";

// A record in the spool: a mark, its length, a checksum of what it holds, one of these three, then what it holds.
// The mark and the checksum of the head find the next record behind one that is damaged, and tell a record cut
// short from one whose length is no longer its own.
const mark = Buffer.from("CSpl");
const headLength = 16;
/** No record of ours is larger: a length beyond it is no length. */
const longest = 4 * 1024 * 1024;
const stepBytes = 256 * 1024;

export function frame(content: Buffer): Buffer {
  const head = Buffer.alloc(headLength);
  mark.copy(head);
  head.writeUInt32BE(content.length, 4);
  head.writeUInt32BE(crc32(content), 8);
  head.writeUInt32BE(crc32(head.subarray(0, 12)), 12);
  return Buffer.concat([head, content]);
}

/** Fewer bytes only at the end of the file. */
type Read = (at: number, length: number) => Promise<Buffer>;

/** `damaged`: written whole once. `torn`: the last one, that was never written whole and promised to nobody. */
export type Found =
  | { is: "whole"; content: Buffer; next: number }
  | { is: "damaged"; next: number }
  | { is: "torn" };

/** What is at a place before `end`, and where the next record begins. */
export async function readFrame(read: Read, at: number, end: number): Promise<Found> {
  const head = await read(at, Math.min(headLength, end - at));
  const length = lengthIn(head);
  const next = length === null ? null : at + headLength + length;
  if (length !== null && next !== null && next <= end) {
    const content = await read(at + headLength, length);
    if (content.length === length && crc32(content) === head.readUInt32BE(8)) {
      return { is: "whole", content, next };
    }
  }
  const behind = await nextHead(read, at + 1, end);
  if (behind !== null) return { is: "damaged", next: behind };
  const isCutShort = head.length < headLength || (next !== null && next > end);
  return isCutShort || (await isEmpty(read, at, end)) ? { is: "torn" } : { is: "damaged", next: end };
}

/** Null where no record begins. */
function lengthIn(head: Buffer): number | null {
  if (head.length < headLength || !head.subarray(0, mark.length).equals(mark)) return null;
  if (crc32(head.subarray(0, 12)) !== head.readUInt32BE(12)) return null;
  const length = head.readUInt32BE(4);
  return length > 0 && length <= longest ? length : null;
}

async function nextHead(read: Read, from: number, end: number): Promise<number | null> {
  for (let at = from; at + headLength <= end; at += stepBytes) {
    // A head may lie across two steps.
    const bytes = await read(at, Math.min(stepBytes + headLength - 1, end - at));
    for (let found = bytes.indexOf(mark); found !== -1; found = bytes.indexOf(mark, found + 1)) {
      if (lengthIn(bytes.subarray(found, found + headLength)) !== null) return at + found;
    }
  }
  return null;
}

/** Room a file had been given when the power went, with nothing in it yet. */
async function isEmpty(read: Read, from: number, end: number): Promise<boolean> {
  for (let at = from; at < end; at += stepBytes) {
    const bytes = await read(at, Math.min(stepBytes, end - at));
    if (bytes.some((byte) => byte !== 0)) return false;
  }
  return true;
}
