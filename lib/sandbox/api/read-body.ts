import { MAX_BODY_BYTES } from "../guesses";
import { Refusal } from "../refusal";
import { parseJson } from "./parse-json";

export type Body = { text: string; fault: "too large" | "not UTF-8" | null };

/** Never keeps more than the limit; reads on to the end, since a connection cut short could not be answered. */
export async function readBody(request: Request): Promise<Body> {
  const kept: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes <= MAX_BODY_BYTES) kept.push(chunk);
  }
  if (bytes > MAX_BODY_BYTES) return { text: "", fault: "too large" };
  const whole = Buffer.concat(kept);
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(whole), fault: null };
  } catch {
    return { text: "", fault: "not UTF-8" };
  }
}

/** Asked for only behind the gates, which come before a bad body. */
export function parseBody({ text, fault }: Body): unknown {
  if (fault) throw new Refusal("BAD_REQUEST", `The request body is ${fault}.`, { field: "body" });
  return parseJson(text);
}
