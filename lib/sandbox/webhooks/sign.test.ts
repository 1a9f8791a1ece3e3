import { expect, test } from "vitest";
import { signature } from "./sign";

test("the fact book's vector (13.4)", () => {
  const body =
    '{"id":"318","type":"approval.confirmed","apiVersion":"v1","createdAt":"2026-09-21T14:13:20.000Z","resourceId":"appr_lime42","jobId":"job_fern07","data":{"approvalId":"appr_lime42","status":"declined"}}';
  expect(Buffer.byteLength(body)).toBe(201);
  expect(signature("whsec_sandboxExampleOnly_2f9c", 1_790_000_000, body)).toBe(
    "t=1790000000,v1=358086d3ad336cf321befc41f34f7890831b6fabea4299ae2d2d61c565905690",
  );
});
