import { AppError } from "@/lib/errors";

/** The most that any call of ours takes, the recorder apart; each call takes less unless it says so. */
export const bodyLimitBytes = 64 * 1024;
export const usualBodyBytes = 10 * 1024;

const longestMs = 15_000;

/**
 * The body as text, never more of it than the limit and never longer than its time. What is left of it is
 * the server's to let go of: an answer must get out first.
 */
export async function readBodyText(
  request: Request,
  limitBytes: number,
  withinMs: number = longestMs,
): Promise<string> {
  return decodeUtf8(await readBodyBytes(request, limitBytes, withinMs));
}

/** The same as it came, for what is signed byte by byte. */
export async function readBodyBytes(
  request: Request,
  limitBytes: number,
  withinMs: number = longestMs,
): Promise<Uint8Array> {
  if (Number(request.headers.get("content-length") ?? "0") > limitBytes) throw tooLarge(limitBytes);
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  const clock = late(withinMs);
  try {
    for (;;) {
      const part = await Promise.race([reader.read().catch(cutShort), clock.rings]);
      if (part.done) break;
      size += part.value.byteLength;
      if (size > limitBytes) throw tooLarge(limitBytes);
      chunks.push(part.value);
    }
  } finally {
    clock.stop();
  }
  return Buffer.concat(chunks);
}

/** Whoever sent it is gone, and nobody reads the answer. It is no fault of ours, or of the database. */
function cutShort(cause: unknown): never {
  throw new AppError("BAD_REQUEST", { reason: "cut_short", cause });
}

function late(withinMs: number): { rings: Promise<never>; stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const rings = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError("BAD_REQUEST", { reason: "too_slow" })), withinMs);
  });
  // Nobody waits for it any more once the body is read.
  rings.catch(() => undefined);
  return { rings, stop: () => clearTimeout(timer) };
}

export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new AppError("BAD_REQUEST", { reason: "encoding", details: { field: "" } });
  }
}

export function tooLarge(limitBytes: number): AppError {
  return new AppError("PAYLOAD_TOO_LARGE", { details: { limitBytes } });
}
