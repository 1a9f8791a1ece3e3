import { createHmac } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSigned, SIGNATURE_TOLERANCE_MS } from "./signature";

const secret = "whsec_sandboxExampleOnly_2f9c";
const seconds = 1_790_000_000;
const body = Buffer.from(
  '{"id":"318","type":"approval.confirmed","apiVersion":"v1","createdAt":"2026-09-21T14:13:20.000Z","resourceId":"appr_lime42","jobId":"job_fern07","data":{"approvalId":"appr_lime42","status":"declined"}}',
);
const v1 = "358086d3ad336cf321befc41f34f7890831b6fabea4299ae2d2d61c565905690";
const at = (ms: number) => new Date(seconds * 1000 + ms);
const good = { header: `t=${seconds},v1=${v1}`, body, secrets: [secret], nows: [at(0)] };

describe("a signature", () => {
  it("is taken for the documented recipe's own vector", () => {
    expect(isSigned(good)).toBe(true);
  });

  it.each([
    ["one byte of the body", { body: Buffer.concat([body.subarray(0, -1), Buffer.from("]")]) }],
    ["a body more", { body: Buffer.concat([body, Buffer.from(" ")]) }],
    ["another secret", { secrets: ["whsec_another_2f9c"] }],
    ["the secret without its prefix", { secrets: ["sandboxExampleOnly_2f9c"] }],
    ["no secret", { secrets: [] }],
    ["another time", { header: `t=${seconds + 1},v1=${v1}` }],
    ["one letter", { header: `t=${seconds},v1=${v1.replace("3", "4")}` }],
    ["a part of it", { header: `t=${seconds},v1=${v1.slice(0, 32)}` }],
    ["two times", { header: `t=${seconds},t=${seconds},v1=${v1}` }],
    ["no time", { header: `v1=${v1}` }],
    ["no signature", { header: `t=${seconds}` }],
    ["another scheme", { header: `t=${seconds},v0=${v1}` }],
    ["nothing", { header: null }],
    ["an endless header", { header: `t=${seconds},v1=${v1},${"v1=00,".repeat(400)}` }],
    ["being too old", { nows: [at(SIGNATURE_TOLERANCE_MS + 1)] }],
    ["being from the future", { nows: [at(-SIGNATURE_TOLERANCE_MS - 1)] }],
  ])("is refused for %s", (_, change) => {
    expect(isSigned({ ...good, ...change })).toBe(false);
  });

  it.each([
    ["at the end of the tolerance", { nows: [at(SIGNATURE_TOLERANCE_MS)] }],
    ["by OpenTrain's clock where ours is wrong", { nows: [at(86_400_000), at(1000)] }],
    ["with the new or the old of two secrets", { secrets: ["whsec_newer_one", secret] }],
    ["with a second signature beside it", { header: `t=${seconds},v1=${"0".repeat(64)},v1=${v1}` }],
    ["with blanks and parts nobody knows", { header: ` t=${seconds} , v1=${v1},v2=later` }],
  ])("is taken %s", (_, change) => {
    expect(isSigned({ ...good, ...change })).toBe(true);
  });

  it("is refused whatever else the header says, and never throws", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 200 }),
        fc.uint8Array({ maxLength: 64 }),
        (header, bytes) => {
          expect(isSigned({ ...good, header, body: bytes })).toBe(false);
          expect(isSigned({ ...good, header: `t=${seconds},v1=${header}` })).toBe(false);
        },
      ),
      { numRuns: 500 },
    );
  });

  it("is of any bytes, text or not", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const hmac = createHmac("sha256", secret).update(`${seconds}.`).update(bytes).digest("hex");
        expect(isSigned({ ...good, body: bytes, header: `t=${seconds},v1=${hmac}` })).toBe(true);
      }),
    );
  });
});
