import { endOfString, parseLossless } from "@/lib/domain/lossless-json";
import { AppError } from "@/lib/errors";

const deepest = 40;

/**
 * JSON as strictly as it is written: no key twice in one object, no NUL, no half of a surrogate pair (the
 * database could not store either), no nesting that a later walk would trip over, no amount changed by parsing.
 */
export function parseJsonText(text: string): unknown {
  let value: unknown;
  try {
    value = parseLossless(text);
  } catch {
    throw refused("", "not_json");
  }
  inspect(text);
  return value;
}

type Frame = { keys: Set<string> | null; key: string; index: number };

// The text is known to be JSON here, so only strings and brackets need looking at.
function inspect(text: string): void {
  const frames: Frame[] = [];
  let expectsKey = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    const frame = frames.at(-1);
    if (sign === "{" || sign === "[") {
      if (frames.length >= deepest) throw refused(pathOf(frames), "too_deep");
      frames.push({ keys: sign === "{" ? new Set() : null, key: "", index: 0 });
      expectsKey = sign === "{";
    } else if (sign === "}" || sign === "]") {
      frames.pop();
      expectsKey = false;
    } else if (sign === ",") {
      if (frame && !frame.keys) frame.index += 1;
      expectsKey = Boolean(frame?.keys);
    } else if (sign === '"') {
      const end = endOfString(text, at);
      const content = JSON.parse(text.slice(at, end)) as string;
      at = end - 1;
      if (expectsKey && frame?.keys) {
        frame.key = content;
        if (frame.keys.has(content)) throw refused(pathOf(frames), "repeated");
        frame.keys.add(content);
        expectsKey = false;
      }
      if (content.includes("\0") || /\p{Surrogate}/u.test(content)) throw refused(pathOf(frames), null);
    }
  }
}

function pathOf(frames: Frame[]): string {
  return frames.map((frame) => (frame.keys ? frame.key : String(frame.index))).join(".");
}

function refused(field: string, reason: string | null): AppError {
  return new AppError("BAD_REQUEST", { ...(reason ? { reason } : {}), details: { field } });
}
