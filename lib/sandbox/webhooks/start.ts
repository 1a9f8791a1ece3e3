import { endsWithin } from "../ends-within";
import { errorText, type Log } from "../log";
import type { Delivery, Webhook } from "../state/shapes";
import type { Store } from "../state/store";
import { eventOut } from "../wire/event";
import { plan } from "./plan";
import { recordAttempt } from "./record-attempt";
import { send } from "./send";
import { signature } from "./sign";

const ANSWER_WITHIN_MS = 10_000;
const LONGEST_SLEEP_MS = 60 * 60 * 1000;

type Options = { store: Store; log: Log; answerWithinMs?: number };

/** Follows the world: one attempt at a time for each webhook, retries when the account's clock says so. */
export function startDeliveries({ store, log, answerWithinMs = ANSWER_WITHIN_MS }: Options) {
  const underWay = new Map<string, { abort: AbortController; done: Promise<void> }>();
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> | undefined;
  let lookAgain = false;
  let stopped = false;

  const wake = () => {
    lookAgain = true;
    looking ??= lookWhileAsked().finally(() => {
      looking = undefined;
    });
  };
  const lookWhileAsked = async () => {
    while (lookAgain && !stopped) {
      lookAgain = false;
      await look().catch((error) => log("error", "Deliveries stand still", { error: errorText(error) }));
    }
  };
  const look = async () => {
    const { due, nextAt } = await store.transact((tx) => {
      for (const [id, { abort }] of underWay) {
        if (tx.get("webhooks", id)?.status !== "ACTIVE") abort.abort();
      }
      return plan(tx, (id) => underWay.has(id));
    });
    if (stopped) return;
    for (const { delivery, webhook } of due) begin(delivery, webhook);
    clearTimeout(timer);
    if (nextAt !== null) timer = setTimeout(wake, Math.min(LONGEST_SLEEP_MS, nextAt - Date.now())).unref();
  };
  const begin = (delivery: Delivery, webhook: Webhook) => {
    const abort = new AbortController();
    const done = attempt(store, delivery, webhook, abort.signal, answerWithinMs)
      .catch((error) => log("error", "A delivery was not recorded", { error: errorText(error) }))
      .finally(() => {
        underWay.delete(webhook.id);
        wake();
      });
    underWay.set(webhook.id, { abort, done });
  };

  const unwatch = store.watch(wake);
  wake();
  return {
    async stop() {
      stopped = true;
      unwatch();
      clearTimeout(timer);
      for (const { abort } of underWay.values()) abort.abort();
      await Promise.all([looking, ...[...underWay.values()].map(({ done }) => done)]);
    },
  };
}

async function attempt(
  store: Store,
  delivery: Delivery,
  webhook: Webhook,
  ended: AbortSignal,
  answerWithinMs: number,
): Promise<void> {
  const made = await store.transact((tx) => {
    const event = tx.get("events", delivery.eventId);
    if (!event) {
      tx.remove("deliveries", delivery.id);
      return undefined;
    }
    const body = JSON.stringify(eventOut(event));
    return { body, seconds: Math.floor(tx.now(delivery.accountId) / 1000) };
  });
  if (!made || ended.aborted) return;
  const headers = {
    "content-type": "application/json",
    "user-agent": "OpenTrain-Webhooks/1.0",
    "x-opentrain-event": delivery.eventType,
    "x-opentrain-delivery": delivery.id,
    "x-opentrain-signature": signature(webhook.secret, made.seconds, made.body),
  };
  const inTime = endsWithin(ended, answerWithinMs);
  const status = await send(webhook.url, headers, made.body, inTime);
  // Cut short by us: nobody can say whether it arrived, so it is sent again.
  if (ended.aborted) return;
  await store.transact((tx) => recordAttempt(tx, delivery.id, status));
}
