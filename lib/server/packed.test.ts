import { type IncomingHttpHeaders, ServerResponse } from "node:http";
import { gunzipSync } from "node:zlib";
import { describe, expect, it, test } from "vitest";
import { packed } from "./packed";

const long = Buffer.from(
  JSON.stringify(Array.from({ length: 100 }, () => "Zoë K. hired, Łukasz W. released")),
);

async function send(body: Buffer, accepted?: string) {
  const headers: IncomingHttpHeaders = accepted === undefined ? {} : { "accept-encoding": accepted };
  const req = Object.assign(Object.create(null), { method: "GET", headers, httpVersionMajor: 1 });
  const res = new ServerResponse(req);
  return { sent: await packed({ req, res }, body), headers: res.getHeaders() };
}

describe("a body on its way out", () => {
  test.each(["gzip", "br, GZIP", "gzip;q=0.5, br", "deflate , gzip ; q=1"])(
    "is packed for who takes %j, and is the same when it is unpacked",
    async (accepted) => {
      const { sent, headers } = await send(long, accepted);
      expect(headers).toMatchObject({ "content-encoding": "gzip", vary: "Accept-Encoding" });
      expect(sent.length).toBeLessThan(long.length / 4);
      expect(gunzipSync(sent)).toEqual(long);
    },
  );

  test.each([undefined, "", "br", "identity", "gzip;q=0", "gzip; q=0.000", "gzipped"])(
    "goes as it is to who takes %j, and no cache hands it to another",
    async (accepted) => {
      const { sent, headers } = await send(long, accepted);
      expect(sent).toEqual(long);
      expect(headers).toEqual(expect.objectContaining({ vary: "Accept-Encoding" }));
      expect(headers["content-encoding"]).toBeUndefined();
    },
  );

  it("is left alone when there is nothing to win", async () => {
    const { sent, headers } = await send(Buffer.from("{}"), "gzip");
    expect([sent.toString(), Object.keys(headers)]).toEqual(["{}", []]);
  });
});
