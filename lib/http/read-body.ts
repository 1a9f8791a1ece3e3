import { AppError } from "@/lib/errors";

/** The most that any call of ours takes, the recorder apart. */
export const bodyLimitBytes = 64 * 1024;

/** The body as text, never more of it than the limit. */
export async function readBodyText(request: Request, limitBytes: number): Promise<string> {
  if (Number(request.headers.get("content-length") ?? "0") > limitBytes) throw tooLarge(limitBytes);
  if (!request.body) return "";
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > limitBytes) {
      await reader.cancel();
      throw tooLarge(limitBytes);
    }
    chunks.push(part.value);
  }
  return decodeUtf8(Buffer.concat(chunks));
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
