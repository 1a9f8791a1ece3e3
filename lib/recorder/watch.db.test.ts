import { expect, it } from "vitest";
import type { Became } from "@/lib/recorder/keeper";
import type { Passage } from "@/lib/recorder/passage";
import { watchCallers } from "@/lib/recorder/watch";
import { callNotes } from "@/lib/services/callers/call-notes";
import { listCapture } from "@/lib/services/capture-keys/list";
import { useTestDatabase } from "@/lib/testing/database";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";

const database = useTestDatabase();
const origin = "https://app.opentrain.ai";
const watch = watchCallers(() => database.db);

const passage = (method: string, statusCode: number, path = "/api/public/v1/contracts") =>
  ({ req: { method, headers: {} }, res: { statusCode }, path }) as unknown as Passage;

it.each<[string, number, Became | null, string, string | null]>([
  ["GET", 200, null, "read", null],
  ["HEAD", 404, null, "read", "answered_404"],
  ["POST", 201, null, "passed", null],
  ["POST", 202, { became: "accepted", approvalId: "appr_1" }, "asked", null],
  ["POST", 200, { became: "done", approvalId: null }, "passed", null],
  ["POST", 409, { became: "blocked", approvalId: null }, "not_taken", "answered_409"],
  ["POST", 400, { became: "refused", approvalId: null }, "not_taken", "answered_400"],
  ["POST", 500, { became: "unknown", approvalId: null }, "unanswered", "answered_500"],
])("says of %s that was answered with %i and became %j: %s", async (method, status, became, outcome, why) => {
  const made = await makeWorkspace(database.db, { origin });
  const place = { workspaceId: made.workspaceId, connectionId: made.connectionId, origin };
  watch.passed(passage(method, status), place, became);
  await callNotes(database.db).settled();
  const { callers } = await listCapture({ ctx: made.owner });
  const approvalId = became?.approvalId ?? null;
  expect(callers).toMatchObject([
    { way: "recorder", outcome, why, approvalId, lastDay: [{ outcome, calls: 1 }] },
  ]);
});

it("says of what got no answer, and of a path that stood there twice, what it was", async () => {
  const made = await makeWorkspace(database.db, { origin });
  const place = { workspaceId: made.workspaceId, connectionId: made.connectionId, origin };
  watch.passed(passage("GET", 404, "/api/public/v1/api/public/v1/contracts"), place, null);
  await callNotes(database.db).settled();
  expect((await listCapture({ ctx: made.owner })).callers).toMatchObject([{ why: "doubled_path" }]);
  watch.unanswered(passage("GET", 200), place);
  await callNotes(database.db).settled();
  expect((await listCapture({ ctx: made.owner })).callers).toMatchObject([
    { outcome: "unanswered", why: null },
  ]);
});
