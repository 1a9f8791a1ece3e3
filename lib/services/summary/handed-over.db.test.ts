import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import { askOf } from "@/lib/recorder/testing/ask-of";
import { askedOf } from "@/lib/services/asks/asked";
import { settleAsk } from "@/lib/services/asks/settle";
import { getSummary } from "@/lib/services/summary/get";
import { useTestDatabase } from "@/lib/testing/database";
import { insertApprovalRow } from "@/lib/testing/factories/insert-approval";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";

const database = useTestDatabase();

it("takes what was asked through the recorder for it, though OpenTrain refused it", async () => {
  const made = await makeWorkspace(database.db, { origin: "http://127.0.0.1:9" });
  const other = await makeWorkspace(database.db, { origin: "http://127.0.0.1:9" });
  const handedOver = async () => (await getSummary({ ctx: made.as("finance") })).handedOver;
  const ask = async (of: typeof made, learned: "never_sent" | "refused") => {
    const asked = askedOf(randomUUID(), askOf(of, "http://127.0.0.1:9"));
    const by = { kept: "stored", keeper: randomUUID() } as const;
    const clock = () => new Date();
    const answer = { learned: { kind: learned }, at: clock(), date: null, isWitnessed: false };
    expect(await settleAsk({ db: database.db, asked, by, answer, clock })).toBe(true);
  };
  await ask(other, "refused");
  await ask(made, "never_sent");
  expect(await handedOver()).toBe(false);
  await ask(made, "refused");
  expect(await handedOver()).toBe(true);
});

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
