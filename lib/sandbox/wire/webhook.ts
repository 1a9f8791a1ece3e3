import { iso, isoOrNull } from "../clock";
import type { Delivery, Webhook } from "../state/shapes";

/** Never with the secret. */
export function webhookOut(webhook: Webhook) {
  return {
    id: webhook.id,
    url: webhook.url,
    eventTypes: webhook.eventTypes,
    status: webhook.status,
    createdAt: iso(webhook.createdAt),
    disabledAt: isoOrNull(webhook.disabledAt),
    disabledReason: webhook.disabledReason,
  };
}

/** For the control door alone: the API tells nothing of deliveries. */
export function deliveryOut(delivery: Delivery) {
  return {
    id: delivery.id,
    webhookId: delivery.webhookId,
    eventId: delivery.eventId,
    eventType: delivery.eventType,
    state: delivery.state,
    attempts: delivery.attempts.map(({ at, status }) => ({ at: iso(at), status })),
    nextAttemptAt: isoOrNull(delivery.nextAttemptAt),
  };
}
