import { parsePlainJson } from "@/lib/opentrain/plain-json";
import { decodeBody } from "@/lib/recorder/pass/decode-body";

type Packed = { bytes: Buffer; isWhole: boolean };

/** What an answer says, as our own client would read it; null when it is no JSON or too large to look at. */
export async function readJson(
  { bytes, isWhole }: Packed,
  encoding: string | undefined,
  limit: number,
): Promise<unknown | null> {
  if (!isWhole) return null;
  const decoded = await decodeBody(bytes, encoding, limit);
  if (decoded === null) return null;
  try {
    return parsePlainJson(new TextDecoder("utf-8", { fatal: true }).decode(decoded)) ?? null;
  } catch {
    return null;
  }
}

/** OpenTrain's own clock, where it told it. */
export function dateOf(header: string | undefined): Date | null {
  const date = new Date(header ?? "");
  return Number.isNaN(date.getTime()) ? null : date;
}
