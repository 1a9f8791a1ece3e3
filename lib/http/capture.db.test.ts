import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { getEnv } from "@/lib/env";
import { ensureInstallation } from "@/lib/services/installation/ensure-installation";
import { closePool } from "@/lib/store/pool";
import { useTestDatabase } from "@/lib/testing/database";
import { capture } from "./capture";

const database = useTestDatabase();
const key = "a-capture-key-of-more-than-thirty-two-characters";

beforeAll(async () => {
  vi.stubEnv("DATABASE_URL", database.url);
  vi.stubEnv("APP_URL", "https://inbox.example.com");
  vi.stubEnv("CAPTURE_KEY", key);
  vi.stubEnv("ENCRYPTION_KEYS", "an-encryption-key-of-more-than-32-characters");
  const input = { db: database.db, now: new Date(), env: getEnv(), sandbox: null, agentCaptureKey: null };
  await ensureInstallation(input);
});
afterAll(closePool);

async function send(body: string, authorization: string | null = `Bearer ${key}`) {
  const request = new Request("https://inbox.example.com/api/capture", {
    method: "POST",
    body,
    headers: { origin: "https://evil.example", ...(authorization ? { authorization } : {}) },
  });
  const response = await capture(request, { params: Promise.resolve({}) });
  return { status: response.status, json: (await response.json()) as Record<string, unknown> };
}

describe("capture", () => {
  it("keeps what it is told before anything is connected, again and again", async () => {
    const told = JSON.stringify({ approval: { id: "appr 1/ä", type: "proposal_hire" }, message: "Waiting." });
    const expected = {
      status: 202,
      json: {
        id: "appr 1/ä",
        state: "claimed",
        url: "https://inbox.example.com/approvals/appr%201%2F%C3%A4",
      },
    };
    expect(await send(told)).toEqual(expected);
    expect(await send(told)).toEqual(expected);
    const { rows } = await database.pool.query("select id, told from claims");
    expect(rows).toEqual([{ id: "appr 1/ä", told: { id: "appr 1/ä", type: "proposal_hire" } }]);
  });

  it("cannot tell whose link it is before anything is connected", async () => {
    expect(await send('{"url":"https://app.opentrain.ai/approvals/appr_2"}')).toMatchObject({
      status: 409,
      json: { details: { reason: "not_connected" } },
    });
  });

  it.each([null, "Bearer", "Bearer wrong", `Basic ${key}`, key])("refuses %j", async (authorization) => {
    expect(await send('{"id":"appr_3"}', authorization)).toMatchObject({
      status: 401,
      json: { code: "UNAUTHORIZED", details: { reason: "capture_key" } },
    });
  });

  it("stores nothing of a body it refuses", async () => {
    for (const body of ['{"id":"a","id":"b"}', '{"id":"x\\u0000"}', "{}", '{"id":7}', "not json"]) {
      expect((await send(body)).status).toBe(400);
    }
    expect((await send(JSON.stringify({ id: "x".repeat(70_000) }))).status).toBe(413);
    const { rows } = await database.pool.query("select count(*)::int as count from claims");
    expect(rows).toEqual([{ count: 1 }]);
  });
});
