import { WEBHOOK_FAILURES_TO_DISABLE } from "../guesses";
import type { Delivery, Webhook } from "../state/shapes";
import type { Transaction } from "../state/transaction";

const MINUTE = 60_000;

/** After the first failure and each further one; then there is none left. */
const WAITS_MS = [1, 5, 30, 120].map((minutes) => minutes * MINUTE);

/** So much history is enough to look at. */
const KEEP_SETTLED = 100;

export function recordAttempt(tx: Transaction, deliveryId: string, status: number): void {
  const delivery = tx.get("deliveries", deliveryId);
  // The webhook was deleted or disabled while the attempt was under way.
  if (delivery?.state !== "waiting") return;
  const webhook = tx.must("webhooks", delivery.webhookId);
  const now = tx.now(delivery.accountId);
  const attempts = [...delivery.attempts, { at: now, status }];
  if (status >= 200 && status < 300) {
    settle(tx, { ...delivery, attempts, state: "delivered" });
    if (webhook.failuresInRow > 0) tx.put("webhooks", { ...webhook, failuresInRow: 0 });
    return;
  }
  const wait = WAITS_MS[delivery.attempts.length];
  if (wait !== undefined) {
    tx.put("deliveries", { ...delivery, attempts, nextAttemptAt: now + wait });
    return;
  }
  settle(tx, { ...delivery, attempts, state: "failed" });
  countFailure(tx, webhook, now);
}

function countFailure(tx: Transaction, webhook: Webhook, now: number): void {
  const failuresInRow = webhook.failuresInRow + 1;
  if (failuresInRow < WEBHOOK_FAILURES_TO_DISABLE) {
    tx.put("webhooks", { ...webhook, failuresInRow });
    return;
  }
  tx.put("webhooks", {
    ...webhook,
    failuresInRow,
    status: "DISABLED",
    disabledAt: now,
    disabledReason: `Disabled after ${failuresInRow} failed deliveries in a row.`,
  });
  for (const waiting of ofWebhook(tx, webhook)) {
    if (waiting.state === "waiting") settle(tx, { ...waiting, state: "failed" });
  }
}

function settle(tx: Transaction, delivery: Delivery): void {
  tx.put("deliveries", { ...delivery, nextAttemptAt: null });
  const settled = ofWebhook(tx, tx.must("webhooks", delivery.webhookId)).filter(
    ({ state }) => state !== "waiting",
  );
  for (const old of settled.slice(0, -KEEP_SETTLED)) tx.remove("deliveries", old.id);
}

function ofWebhook(tx: Transaction, webhook: Webhook): Delivery[] {
  return tx.where("deliveries", "webhookId", webhook.id);
}
