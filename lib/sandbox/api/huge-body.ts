const CHUNK = "x".repeat(1024 * 1024);
const CHUNKS = 32;

/** A sound answer with 32 MB of padding before its first field: only a limit on size protects from it. */
export function hugeBody(real: string): ReadableStream<Uint8Array> {
  const parts = pieces(real);
  return new ReadableStream({
    pull(controller) {
      const { value, done } = parts.next();
      if (done) controller.close();
      else controller.enqueue(Buffer.from(value));
    },
  });
}

function* pieces(real: string): Generator<string, undefined> {
  const rest = /^\s*\{\s*\}\s*$/.test(real) ? "}" : real.replace(/^\s*\{/, ",");
  yield '{"padding":"';
  for (let sent = 0; sent < CHUNKS; sent++) yield CHUNK;
  yield `"${rest}`;
}
