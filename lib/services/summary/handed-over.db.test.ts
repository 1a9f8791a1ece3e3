import { expect, it } from "vitest";
import { getSummary } from "@/lib/services/summary/get";
import { useTestDatabase } from "@/lib/testing/database";
import { insertApprovalRow } from "@/lib/testing/factories/insert-approval";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";

const database = useTestDatabase();

it("takes what the feed names for no handing over, so that an empty list is not believed", async () => {
  const made = await makeWorkspace(database.db, { origin: "http://127.0.0.1:9" });
  const other = await makeWorkspace(database.db, { origin: "http://127.0.0.1:9" });
  const handedOver = async () => (await getSummary({ ctx: made.as("finance") })).handedOver;
  expect(await handedOver()).toBe(false);
  await insertApprovalRow(database.db, made, { standing: "confirmed", way: "feed" });
  await insertApprovalRow(database.db, made, { standing: "declined", way: "backfill" });
  await insertApprovalRow(database.db, other, { way: "capture" });
  expect(await handedOver()).toBe(false);
  await insertApprovalRow(database.db, made, { standing: "declined", way: "paste" });
  expect(await handedOver()).toBe(true);
});
