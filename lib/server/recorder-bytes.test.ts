import { randomBytes } from "node:crypto";
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import {
  agentToken,
  askDoor,
  type DoorServer,
  sayRaw,
  startDoor,
  UpstreamServer,
} from "./testing/door-server";

let upstream: UpstreamServer;
let door: DoorServer;
const json = Buffer.from('{"contracts": [ ]  ,"ünï":"\\u00e9"}\n');

beforeAll(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  upstream = await new UpstreamServer().start();
  door = await startDoor({ upstream: upstream.origin });
});
beforeEach(() => {
  upstream.heard = [];
});
afterAll(async () => {
  await door.stop();
  await upstream.stop();
  vi.restoreAllMocks();
});

const pairs = (raw: string[]) => raw.flatMap((name, at) => (at % 2 ? [] : [[name, raw[at + 1]]]));
const valuesOf = (raw: string[], wanted: string) =>
  pairs(raw).flatMap(([name, value]) => (name?.toLowerCase() === wanted ? [value] : []));

describe("what is asked arrives as it was sent", () => {
  it.each([
    "/api/public/v1/contracts",
    "/api/public/v1/contracts/",
    "/api/public/v1//contracts",
    "/api/public/v1/contracts//",
    "/api/public/v1/",
    "/api/public/v1/nobody/knows/this",
    "/api/public/v1/approvals/a%2Fb",
    "/api/public/v1/approvals/a%252Fb",
    "/api/public/v1/approvals/100%25",
    "/api/public/v1/approvals/%E2%82%AC",
    "/api/public/v1/approvals/a..b",
    "/api/public/v1/approvals/...",
    "/api/public/v1/jobs/../contracts",
    "/api/public/v1/jobs/%2e%2E/contracts",
    "/api/public/v1/./contracts",
    "/api/public/v1/x;a=1/y",
    "/api/public/v1/a|b[c]{d}^`e~!$&'()*+,:=@",
    "/api/public/v1/contracts?",
    "/api/public/v1/contracts??a=b?c",
    "/api/public/v1/contracts?status=active&status=ended&=&&a",
    "/api/public/v1/contracts?q=a%00b%0d%0a&path=../../x//y\\z",
    "/api/public/v1/contracts?u=http://elsewhere.example/..%2f",
    `/api/public/v1/contracts?long=${"x".repeat(3000)}`,
  ])("GET %s", async (path) => {
    const got = await askDoor(door.port, { path });
    expect(got.status).toBe(200);
    expect(upstream.heard.map(({ url }) => url)).toEqual([path]);
  });

  it.each(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])("%s", async (method) => {
    const head = `Host: localhost:${door.port}\r\nAuthorization: Bearer ${agentToken}\r\nConnection: close`;
    const got = await sayRaw(door.port, `${method} /api/public/v1/contracts HTTP/1.1\r\n${head}\r\n\r\n`);
    expect(got).toMatch(/^HTTP\/1\.1 200 /);
    expect(upstream.heard.map((one) => one.method)).toEqual([method]);
    expect(upstream.heard[0]?.body).toHaveLength(0);
    expect(valuesOf(upstream.heard[0]?.rawHeaders ?? [], "transfer-encoding")).toEqual([]);
  });

  it.each([
    ["with its length", randomBytes(300_000)],
    ["in chunks", [randomBytes(10), randomBytes(70_000), randomBytes(1)]],
    ["of no bytes", ""],
    ["of one byte", "\0"],
    ["of a GET", "{}", "GET"],
    ["of a DELETE in chunks", [Buffer.from("[")], "DELETE"],
  ])("a body %s", async (_what, body, method = "POST") => {
    await askDoor(door.port, { method, body, headers: { "Content-Type": "application/x-any; a=b" } });
    const sent = Array.isArray(body) ? Buffer.concat(body) : Buffer.from(body);
    const [heard] = upstream.heard;
    expect(heard?.body.equals(sent)).toBe(true);
    expect(valuesOf(heard?.rawHeaders ?? [], "content-type")).toEqual(["application/x-any; a=b"]);
    expect(valuesOf(heard?.rawHeaders ?? [], "content-length")).toEqual(
      Array.isArray(body) ? [] : [String(sent.length)],
    );
  });

  it("a packed body, packed", async () => {
    const body = gzipSync(json);
    await askDoor(door.port, { method: "POST", body, headers: { "content-encoding": "gzip" } });
    expect(upstream.heard[0]?.body.equals(body)).toBe(true);
    expect(valuesOf(upstream.heard[0]?.rawHeaders ?? [], "content-encoding")).toEqual(["gzip"]);
  });

  it("a body whose sender first asks whether to send it", async () => {
    await askDoor(door.port, { method: "POST", body: "{}", headers: { Expect: "100-continue" } });
    expect(upstream.heard[0]?.body.toString()).toBe("{}");
  });

  it("with the headers that matter and no others", async () => {
    const passed = {
      Accept: "application/json;q=0.9, */*",
      "accept-Encoding": "gzip, br",
      "User-Agent": "opentrain-cli/1.2",
      "Idempotency-Key": "k1",
      "X-Idempotency-Key": "k2",
      "If-None-Match": 'W/"a"',
      "Accept-Language": ["de", "en"],
    };
    const withheld = {
      Cookie: "countersign.session=mine",
      Forwarded: "for=1.2.3.4",
      "X-Forwarded-For": "1.2.3.4",
      "X-Forwarded-Host": "evil.example",
      "X-Real-Ip": "1.2.3.4",
      "X-Agent-Name": "Ada",
      "X-Agent-Reason": "because",
      "X-Countersign-State": "stored",
      "X-Csrf-Token": "t",
      Origin: "http://a.example",
      Referer: "http://a.example/secret",
      "Proxy-Authorization": "Basic eA==",
      "X-Http-Method-Override": "POST",
      "X-Unknown": "1",
      Te: "trailers",
      Via: "1.1 x",
    };
    await askDoor(door.port, { headers: { ...passed, ...withheld } });
    expect(pairs(upstream.heard[0]?.rawHeaders ?? [])).toEqual([
      ["Host", new URL(upstream.origin).host],
      ["Authorization", `Bearer ${agentToken}`],
      ...Object.entries(passed).flatMap(([name, value]) => [value].flat().map((one) => [name, one])),
      ["Connection", "keep-alive"],
    ]);
  });
});

describe("what is answered arrives as it was said", () => {
  it.each([
    ["plain", json, {}],
    ["as gzip", gzipSync(json), { "Content-Encoding": "gzip" }],
    ["as br", brotliCompressSync(json), { "Content-Encoding": "br" }],
    ["as deflate", deflateSync(json), { "Content-Encoding": "deflate" }],
    ["as raw deflate", deflateRawSync(json), { "Content-Encoding": "deflate" }],
    ["as identity", json, { "Content-Encoding": "identity" }],
    ["as it is not", Buffer.from("not packed"), { "Content-Encoding": "gzip" }],
    ["as bytes", randomBytes(200_000), { "Content-Type": "application/octet-stream" }],
    ["as a page", Buffer.from("<script>alert(1)</script>"), { "Content-Type": "text/html" }],
    ["as nothing", Buffer.alloc(0), { "Content-Type": "application/json" }],
  ])("%s, with its length and in chunks", async (_what, body, headers) => {
    for (const isChunked of [false, true]) {
      upstream.answer = (res) => {
        const length = isChunked ? {} : { "Content-Length": String(body.length) };
        res.writeHead(200, { ...headers, ...length });
        if (isChunked) res.write(body.subarray(0, 3));
        res.end(isChunked ? body.subarray(3) : body);
      };
      const got = await askDoor(door.port, { path: "/api/public/v1/approvals/appr_1" });
      expect(got.body.equals(body)).toBe(true);
      expect(got.headers).toMatchObject(
        Object.fromEntries(Object.entries(headers).map(([n, v]) => [n.toLowerCase(), v])),
      );
      expect(got.headers["content-length"]).toBe(isChunked ? undefined : String(body.length));
    }
  });

  it.each([
    200, 201, 202, 203, 206, 207, 226, 300, 302, 400, 401, 402, 403, 404, 409, 418, 422, 429, 451, 500, 501,
    502, 503, 504, 599,
  ])("with %s", async (status) => {
    upstream.answer = (res) => res.writeHead(status, { "Content-Type": "application/json" }).end(json);
    const got = await askDoor(door.port);
    expect([got.status, got.body.equals(json)]).toEqual([status, true]);
  });

  it.each([
    ["204", "GET", 204],
    ["304", "GET", 304],
    ["HEAD", "HEAD", 200],
  ])("with no body: %s", async (_what, method, status) => {
    upstream.answer = (res) =>
      res.writeHead(status, { Etag: '"e"', ...(status === 204 ? {} : { "Content-Length": "77" }) }).end();
    const got = await askDoor(door.port, { method });
    expect([got.status, got.body.length, got.headers.etag]).toEqual([status, 0, '"e"']);
    expect(got.headers["content-length"]).toBe(status === 204 ? undefined : "77");
    // The connection is as it should be for whoever comes next.
    expect((await askDoor(door.port, { method })).status).toBe(status);
  });

  it("with the headers that matter and no others", async () => {
    const passed = [
      ["Content-Type", "application/json; charset=utf-8"],
      ["Date", "Sat, 01 Jan 2028 00:00:00 GMT"],
      ["ETag", '"x"'],
      ["Last-Modified", "Sat, 01 Jan 2028 00:00:00 GMT"],
      ["Retry-After", "7"],
      ["X-Request-Id", "theirs"],
      ["X-RateLimit-Remaining", "3"],
      ["RateLimit", "limit=1"],
      ["WWW-Authenticate", "Bearer a"],
      ["WWW-Authenticate", "Bearer b"],
      ["Vary", "accept"],
      ["Vary", "accept-encoding"],
      ["Cache-Control", "private"],
    ];
    const withheld = [
      ["Set-Cookie", "countersign.session=theirs; Path=/"],
      ["Set-Cookie", "b=c"],
      ["Content-Security-Policy", "script-src *"],
      ["Content-Security-Policy-Report-Only", "script-src *"],
      ["Access-Control-Allow-Origin", "*"],
      ["Access-Control-Allow-Credentials", "true"],
      ["Strict-Transport-Security", "max-age=1"],
      ["Clear-Site-Data", '"*"'],
      ["Refresh", "0; url=/settings"],
      ["Link", "</x>; rel=preload"],
      ["Service-Worker-Allowed", "/"],
      ["Alt-Svc", 'h3="elsewhere.example:443"'],
      ["Server", "theirs"],
      ["X-Countersign-Url", "https://evil.example/"],
      ["X-Countersign-State", "stored"],
      ["X-Unknown", "1"],
      ["Report-To", "{}"],
      ["NEL", "{}"],
    ];
    upstream.answer = (res) => res.writeHead(200, [...passed, ...withheld].flat()).end("{}");
    const got = await askDoor(door.port);
    expect(pairs(got.rawHeaders)).toEqual([
      ...passed,
      ["X-Content-Type-Options", "nosniff"],
      ["Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox"],
      ["X-Frame-Options", "DENY"],
      ["Referrer-Policy", "no-referrer"],
      ["Cross-Origin-Resource-Policy", "same-origin"],
      ["Strict-Transport-Security", "max-age=31536000"],
      ["Connection", "close"],
      ["Transfer-Encoding", "chunked"],
    ]);
  });

  it.each([
    ["theirs", () => `${upstream.origin}/api/public/v1/contracts/c1`, true],
    ["a path", () => "/api/public/v1/contracts/c1", false],
    ["ours", () => "https://inbox.example/settings", false],
    ["one without a scheme", () => `//${new URL(upstream.origin).host}/x`, false],
    ["a foreign one", () => "https://elsewhere.example/", false],
    ["a script", () => "javascript:alert(1)", false],
  ])("a location: %s", async (_what, location, isPassed) => {
    for (const status of [201, 302, 307]) {
      upstream.answer = (res) => res.writeHead(status, { Location: location() }).end("{}");
      const before = upstream.heard.length;
      const got = await askDoor(door.port);
      expect([got.status, got.headers.location]).toEqual([status, isPassed ? location() : undefined]);
      // Nobody went there.
      expect(upstream.heard.length).toBe(before + 1);
    }
  });
});
