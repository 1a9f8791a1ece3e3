import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingHttpHeaders, ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { brotliCompressSync, brotliDecompressSync } from "node:zlib";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Exchange } from "./exchange";
import { packedFiles } from "./packed-files";

const dir = mkdtempSync(join(tmpdir(), "countersign-packed-"));
const script = "console.log('Zoë')";

beforeAll(() => {
  const chunks = join(dir, ".next", "static", "chunks");
  mkdirSync(chunks, { recursive: true });
  writeFileSync(join(chunks, "0a~b.js.br"), brotliCompressSync(script));
  writeFileSync(join(chunks, "0a.css.br"), brotliCompressSync("a{}"));
  writeFileSync(join(dir, "secret.js.br"), brotliCompressSync("no"));
});
afterAll(() => rmSync(dir, { recursive: true }));

async function ask(path: string, accepted?: string, method = "GET") {
  const headers: IncomingHttpHeaders = accepted === undefined ? {} : { "accept-encoding": accepted };
  const req = Object.assign(Object.create(null), { method, headers, httpVersionMajor: 1 });
  const res = new ServerResponse(req);
  res.setHeader("Content-Security-Policy", "default-src 'self'");
  res.setHeader("X-Content-Type-Options", "nosniff");
  let sent: Buffer | undefined;
  res.end = ((body?: Buffer) => {
    sent = body;
    return res;
  }) as typeof res.end;
  let isNext = false;
  await packedFiles(dir, async () => {
    isNext = true;
  })({ req, res, path } as Exchange);
  return { isNext, sent, headers: res.getHeaders(), status: res.statusCode };
}

it("gives a script as it was packed, for ever and to nobody who cannot unpack it", async () => {
  const { isNext, sent, headers } = await ask("/_next/static/chunks/0a~b.js", "gzip, deflate, br, zstd");
  expect(isNext).toBe(false);
  expect(brotliDecompressSync(sent ?? Buffer.alloc(0)).toString()).toBe(script);
  expect(headers).toMatchObject({
    "content-type": "application/javascript; charset=utf-8",
    "content-encoding": "br",
    "cache-control": "public, max-age=31536000, immutable",
    vary: "Accept-Encoding",
    "x-content-type-options": "nosniff",
  });
  expect(headers["content-security-policy"]).toBeUndefined();
});

it("gives a style as one, and of either its head alone", async () => {
  expect((await ask("/_next/static/chunks/0a.css", "br")).headers["content-type"]).toMatch(/^text\/css/);
  const { sent, headers } = await ask("/_next/static/chunks/0a.css", "br", "HEAD");
  expect([sent, headers["content-length"]]).toEqual([undefined, brotliCompressSync("a{}").length]);
});

it.each([
  ["who takes no such thing", "/_next/static/chunks/0a~b.js", "gzip, deflate"],
  ["who says nothing", "/_next/static/chunks/0a~b.js", undefined],
  ["who refuses it", "/_next/static/chunks/0a~b.js", "gzip, br;q=0"],
  ["what was not packed", "/_next/static/chunks/other.js", "br"],
  ["what is no script", "/_next/static/media/0a.woff2", "br"],
  ["what leads elsewhere", "/_next/static/chunks/../../../secret.js", "br"],
])("leaves %s to Next, with all its headers", async (_, path, accepted) => {
  const { isNext, headers } = await ask(path, accepted);
  expect(isNext).toBe(true);
  expect(headers["content-security-policy"]).toBeDefined();
});
