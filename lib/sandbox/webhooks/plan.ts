import { newId } from "../ids";
import type { Delivery, Webhook } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { isShown } from "../wire/show";

/** What is due now, and when to look again by the clock on the wall. */
export type Plan = { due: { delivery: Delivery; webhook: Webhook }[]; nextAt: number | null };

/** Turns new events into deliveries, then picks the oldest due one of each webhook that is not busy. */
export function plan(tx: Transaction, isBusy: (webhookId: string) => boolean): Plan {
  const due: Plan["due"] = [];
  let nextAt: number | null = null;
  for (const webhook of [...tx.world.webhooks.all()]) {
    if (webhook.status !== "ACTIVE") continue;
    takeUpEvents(tx, webhook);
    if (isBusy(webhook.id)) continue;
    const now = tx.now(webhook.accountId);
    const waiting = tx
      .where("deliveries", "webhookId", webhook.id)
      .filter(({ nextAttemptAt }) => nextAttemptAt !== null);
    const delivery = waiting.find((one) => (one.nextAttemptAt ?? 0) <= now);
    if (delivery) due.push({ delivery, webhook });
    for (const { nextAttemptAt } of delivery ? [] : waiting) {
      const wallAt = tx.wallNow + (nextAttemptAt ?? 0) - now;
      nextAt = Math.min(nextAt ?? wallAt, wallAt);
    }
  }
  return { due, nextAt };
}

function takeUpEvents(tx: Transaction, webhook: Webhook): void {
  const { lastEventId } = tx.meta();
  if (webhook.lastEventId >= lastEventId) return;
  const newer = tx.of("events", webhook.accountId).filter((event) => Number(event.id) > webhook.lastEventId);
  const newest = newer[newer.length - 1];
  if (!newest) return;
  for (const event of newer) {
    if (!webhook.eventTypes.includes(event.type) || !isShown(event)) continue;
    tx.put("deliveries", {
      // Goes out in a header, so it is plain whatever the account's ids look like.
      id: newId("del"),
      accountId: webhook.accountId,
      webhookId: webhook.id,
      eventId: event.id,
      eventType: event.type,
      state: "waiting",
      attempts: [],
      nextAttemptAt: tx.now(webhook.accountId),
    });
  }
  tx.put("webhooks", { ...webhook, lastEventId: Number(newest.id) });
}
