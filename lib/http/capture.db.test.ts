import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { getEnv } from "@/lib/env";
import { ensureInstallation } from "@/lib/services/installation/ensure-installation";
import { closePool } from "@/lib/store/pool";
import { useTestDatabase } from "@/lib/testing/database";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";
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

  it("says what a right link looks like", async () => {
    const made = await makeWorkspace(database.db, { origin: "https://app.opentrain.ai", kind: "real" });
    const write = (id: string) =>
      database.pool.query("update settings set value = to_jsonb($1::text) where key = 'home_workspace'", [
        id,
      ]);
    const { rows } = await database.pool.query<{ value: string }>(
      "select value from settings where key = 'home_workspace'",
    );
    await write(made.workspaceId);
    for (const [url, reason] of [
      ["https://app.opentrain.ai.evil.example/approvals/appr_2", "other_origin"],
      ["https://app.opentrain.ai/billing", "other_page"],
      ["https://app.opentrain.ai/approvals/a/b", "other_page"],
      ["https://ada@app.opentrain.ai/approvals/a", "odd_link"],
      ["javascript:alert(1)", "not_a_link"],
    ]) {
      const { status, json } = await send(JSON.stringify({ url }));
      const example = "https://app.opentrain.ai/approvals/APPROVAL_ID";
      expect({ status, json }).toMatchObject({
        status: 400,
        json: { details: { reason, field: "url", example } },
      });
      expect(json.error).toContain(example);
      expect(JSON.stringify(json)).not.toContain("evil");
    }
    await write(rows[0]?.value ?? "");
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
