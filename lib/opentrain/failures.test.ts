import { brotliCompressSync, gzipSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import { type LoopbackHandler, serveLoopback } from "@/lib/testing/loopback";
import { ProcessBudget } from "./call-budget";
import { type ClientOptions, OpenTrainClient } from "./client";
import * as samples from "./samples";

// Whatever comes over the wire is one of the closed set of failures, and never an empty answer.

const ID = "<APPROVAL_ID>";
const loopback = serveLoopback();
beforeEach(() => {
  loopback.handle = () => {};
});

const client = (over: Partial<ClientOptions> = {}) =>
  new OpenTrainClient({
    origin: loopback.origin,
    token: "ot_pat_pub_s3cr3ts3cr3ts3cr3t",
    fetch,
    now: Date.now,
    budget: new ProcessBudget(),
    sleep: async () => {},
    ...over,
  });
const answering =
  (status: number, body: string | Buffer, headers: Record<string, string> = {}): LoopbackHandler =>
  (_, response) =>
    response.writeHead(status, { "Content-Type": "application/json", ...headers }).end(body);

async function failureOf(handle: LoopbackHandler, over: Partial<ClientOptions> = {}): Promise<string> {
  loopback.handle = handle;
  const answer = await client(over).getApproval(ID);
  return answer.ok ? "ok" : `${answer.failure.kind} ${answer.failure.why}`;
}

const CODES: Record<number, string> = {
  400: "BAD_REQUEST",
  401: "UNAUTHORIZED",
  403: "FORBIDDEN",
  404: "NOT_FOUND",
  409: "CONFLICT",
  429: "RATE_LIMITED",
  500: "INTERNAL_ERROR",
  503: "INTERNAL_ERROR",
};
const REFUSED: Record<number, string> = {
  400: "refused rejected",
  401: "refused unauthorized",
  403: "refused forbidden",
  404: "refused not_found",
  409: "refused rejected",
  410: "refused rejected",
  422: "refused rejected",
};
const statuses = [400, 401, 403, 404, 409, 410, 418, 422, 429, 500, 502, 503, 504];

describe.each(statuses)("%i", (status) => {
  const ofItself =
    status === 429
      ? "unreachable rate_limited"
      : status >= 500
        ? "unreachable server_error"
        : "garbled not_json";

  test("in OpenTrain's envelope, of a code we know or not", async () => {
    const code = CODES[status] ?? "SOMETHING_NEW";
    const body = JSON.stringify({ error: "A sentence.", code, requestId: "req_1" });
    const expected = status === 418 ? "refused rejected" : (REFUSED[status] ?? ofItself);
    expect(await failureOf(answering(status, body))).toBe(expected);
  });
  test.each<[string, string | Buffer, Record<string, string>]>([
    ["a page", "<h1>No</h1>", { "Content-Type": "text/html" }],
    ["nothing", "", {}],
    ["nothing of no type", "", { "Content-Type": "" }],
    ["half an envelope", '{"error":"no","code":"NOT_F', {}],
    ["somebody else's JSON", '{"message":"Not Found"}', {}],
    ["an error without a code", '{"error":"Not Found"}', {}],
    ["a code that is no word", '{"error":"no","code":404,"requestId":"r"}', {}],
    ["an envelope said twice", '{"error":"no","code":"NOT_FOUND","code":"CONFLICT","requestId":"r"}', {}],
    ["an envelope in Latin-1", Buffer.from('{"error":"n\xe9","code":"NOT_FOUND"}', "latin1"), {}],
    ["an envelope that is too large", `{"error":"${"x".repeat(3000)}","code":"NOT_FOUND"}`, {}],
    ["an array", "[]", {}],
    ["null", "null", {}],
    ["a closed job", '{"id":"x","status":"closed"}', {}],
  ])("with %s means nothing but itself", async (_, body, headers) => {
    expect(await failureOf(answering(status, body, headers), { maxBytes: 2000 })).toBe(ofItself);
  });
});

describe("a yes that is none", () => {
  test.each<[number, string, string]>([
    [204, "", "garbled not_json"],
    [200, "", "garbled bad_json"],
    [201, samples.hireRequested, "garbled shape"],
    [202, samples.hireRequested, "garbled shape"],
    [203, samples.hireRequested, "garbled shape"],
    [206, samples.hireRequested, "garbled shape"],
    [200, '{"error":"no","code":"NOT_FOUND","requestId":"r"}', "garbled shape"],
    [304, "", "garbled redirect"],
  ])("%i %j", async (status, body, expected) => {
    const type = status === 204 || status === 304 ? { "Content-Type": "" } : {};
    expect(await failureOf(answering(status, body, type))).toBe(expected);
  });
  test.each([
    "application/json; charset=utf-8",
    "application/json;charset=iso-8859-1",
    "application/problem+json",
    "APPLICATION/JSON",
  ])("but %s is read as UTF-8, as JSON always is", async (type) => {
    expect(await failureOf(answering(200, samples.hireRequested, { "Content-Type": type }))).toBe("ok");
  });
  test.each(["application/json-seq", "application/jsonl", "text/json", "application/octet-stream"])(
    "%s is no JSON",
    async (type) => {
      expect(await failureOf(answering(200, samples.hireRequested, { "Content-Type": type }))).toBe(
        "garbled not_json",
      );
    },
  );
  test("in UTF-16 is no text", async () => {
    const body = Buffer.from(`\ufeff${samples.hireRequested}`, "utf16le");
    expect(await failureOf(answering(200, body))).toBe("garbled bad_json");
  });
  test("a mark of UTF-8 in front costs nothing", async () => {
    expect(await failureOf(answering(200, `\ufeff${samples.hireRequested}`))).toBe("ok");
  });
  test("two answers in one are none", async () => {
    expect(await failureOf(answering(200, samples.hireRequested.repeat(2)))).toBe("garbled bad_json");
  });
  test.each([
    ["status", '"status": "pending"', '"status": "pending", "status": "confirmed"'],
    ["an escaped name", '"status": "pending"', '"status": "pending", "st\\u0061tus": "confirmed"'],
    [
      "the whole approval",
      '"message":',
      '"approval": {"id":"<APPROVAL_ID>","status":"declined"}, "message":',
    ],
  ])("that says %s twice is none", async (_, said, twice) => {
    expect(await failureOf(answering(200, samples.hireRequested.replace(said, twice)))).toBe(
      "garbled bad_json",
    );
  });
  test.each([
    ["arrays", "[", "]"],
    ["objects", '{"a":', "}"],
  ])("that nests %s without end costs no stack and little memory", async (_, open, close) => {
    for (const levels of [65, 200_000]) {
      const deep = `${open.repeat(levels)}${open === "[" ? "" : "1"}${close.repeat(levels)}`;
      const body = samples.hireRequested.replace('"result": null', `"result": ${deep}`);
      expect(await failureOf(answering(200, body))).toBe("garbled bad_json");
      expect(await failureOf(answering(200, open.repeat(levels)))).toBe("garbled bad_json");
    }
  });
  test("one that nests a little is read", async () => {
    const deep = `{"a":${"[".repeat(40)}${"]".repeat(40)}}`;
    const body = samples.hireRequested.replace('"result": null', `"result": ${deep}`);
    expect(await failureOf(answering(200, body))).toBe("ok");
  });
  test("names of prototypes are names like others", async () => {
    const result = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"n":1}';
    const body = samples.hireRequested
      .replace('"result": null', `"result": ${result}`)
      .replace('"approval": {', '"approval": {"__proto__": {"status": "confirmed"}, ');
    loopback.handle = answering(200, body);
    const answer = await client().getApproval(ID);
    expect(answer).toMatchObject({ ok: true, value: { status: "pending", result: { n: 1 } } });
    expect(JSON.stringify(answer.ok && answer.value.result)).toBe(result);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    const bare =
      '{"approval":{"id":"<APPROVAL_ID>","__proto__":{"type":"contract_end","status":"confirmed"}}}';
    loopback.handle = answering(200, bare);
    expect(await client().getApproval(ID)).toMatchObject({ ok: true, value: { type: null, status: null } });
  });
  test("signs that no database holds are marked, ids with them are none", async () => {
    const body = samples.hireRequested
      .replace("proposal_hire", "hire\\u0000\\ud800!")
      .replace("<JOB_ID>", "job\\udc00")
      .replace("<PROPOSAL_ID>", "prop\\u0000");
    loopback.handle = answering(200, body);
    expect(await client().getApproval(ID)).toMatchObject({
      ok: true,
      value: { type: "hire\ufffd\ufffd!", jobId: null, proposalId: null },
    });
  });
});

describe("too much", () => {
  const limits = { maxBytes: 100_000 };
  test("that says so is not read at all", async () => {
    let wasCut = false;
    const handle: LoopbackHandler = (_, response) => {
      response.writeHead(200, { "Content-Type": "application/json", "Content-Length": "100001" });
      response.write(" ");
      response.on("close", () => {
        wasCut = true;
      });
    };
    expect(await failureOf(handle, limits)).toBe("garbled too_large");
    await expect.poll(() => wasCut).toBe(true);
  });
  test("that says too little is cut where it ends by its own word", async () => {
    const handle = answering(200, samples.hireRequested, { "Content-Length": "40" });
    expect(await failureOf(handle, limits)).not.toBe("ok");
  });
  test("just fits", async () => {
    const body = samples.hireRequested.padEnd(100_000, " ");
    expect(await failureOf(answering(200, body), limits)).toBe("ok");
    expect(await failureOf(answering(200, `${body} `), limits)).toBe("garbled too_large");
  });
  test.each<[string, Buffer]>([
    ["gzip", gzipSync(Buffer.alloc(30_000_000, 32))],
    ["br", brotliCompressSync(Buffer.alloc(30_000_000, 32))],
    ["gzip, gzip", gzipSync(gzipSync(Buffer.alloc(30_000_000, 32)))],
  ])("packed as %s is not unpacked to its end", async (encoding, body) => {
    expect(body.length).toBeLessThan(limits.maxBytes);
    expect(await failureOf(answering(200, body, { "Content-Encoding": encoding }), limits)).toBe(
      "garbled too_large",
    );
  });
  test("packed and small is read; packed and broken is not", async () => {
    const packed = gzipSync(samples.hireRequested);
    expect(await failureOf(answering(200, packed, { "Content-Encoding": "gzip" }))).toBe("ok");
    const broken = packed.subarray(0, packed.length - 12);
    const failure = await failureOf(answering(200, broken, { "Content-Encoding": "gzip" }));
    expect(["unreachable network", "garbled bad_json"]).toContain(failure);
  });
});

test("OpenTrain's clock is learned from nobody who only answers like a server", async () => {
  const stranger = { Date: "Thu, 01 Jan 2009 00:00:00 GMT" };
  const one = client();
  loopback.handle = answering(200, '{"portal":"please sign in"}', stranger);
  expect(await one.getApproval(ID)).toMatchObject({ ok: false, clockOffsetMs: null });
  loopback.handle = answering(200, samples.hireRequested);
  const { clockOffsetMs } = await one.getApproval(ID);
  expect(Math.abs(clockOffsetMs ?? Number.NaN)).toBeLessThan(2_000);
});
