import { type Answer, ok } from "../api/answer";
import { newestFirst } from "../api/paging";
import type { ApiCall, Route } from "../api/route";
import type { Caller } from "../caller";
import { FLAGS } from "../flags";
import { randomText } from "../ids";
import { Refusal } from "../refusal";
import { eventScope, hasScope } from "../scopes";
import type { Webhook } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { webhookOut } from "../wire/webhook";
import { readSubscription } from "./read-subscription";

const MAX_WEBHOOKS = 10;

const gate: Route["gate"] = { scopes: ["webhooks:manage"], flag: FLAGS.webhooks };

export const webhookRoutes: Route[] = [
  { method: "POST", path: "/webhooks", gate, run: createWebhook },
  {
    method: "GET",
    path: "/webhooks",
    gate,
    run: (tx, { caller }) =>
      ok({ webhooks: newestFirst(tx.of("webhooks", caller.account.id)).map(webhookOut) }),
  },
  {
    method: "GET",
    path: "/webhooks/:id",
    gate,
    run: (tx, { caller, id }) => ok({ webhook: webhookOut(findWebhook(tx, caller, id)) }),
  },
  {
    method: "DELETE",
    path: "/webhooks/:id",
    gate,
    run: (tx, { caller, id }) => {
      const webhook = findWebhook(tx, caller, id);
      for (const { id: deliveryId } of tx.where("deliveries", "webhookId", id)) {
        tx.remove("deliveries", deliveryId);
      }
      tx.remove("webhooks", id);
      return ok({ webhook: webhookOut(webhook), deleted: true });
    },
  },
];

function createWebhook(tx: Transaction, { caller: { account, token }, body }: ApiCall): Answer {
  const { url, eventTypes } = readSubscription(body());
  const missing = [...new Set(eventTypes.map(eventScope))].filter((scope) => !hasScope(token.scopes, scope));
  if (missing.length > 0) {
    throw new Refusal("FORBIDDEN", "Each event type needs its read scope.", {
      requiredScopes: missing,
      grantedScopes: token.scopes,
    });
  }
  if (tx.of("webhooks", account.id).length >= MAX_WEBHOOKS) {
    throw new Refusal("CONFLICT", "The account has as many webhooks as it may have.", {
      limit: MAX_WEBHOOKS,
    });
  }
  const webhook = tx.put("webhooks", {
    id: tx.newId(account.id, "wh"),
    accountId: account.id,
    url,
    eventTypes,
    status: "ACTIVE",
    secret: `whsec_${randomText(32)}`,
    lastEventId: tx.meta().lastEventId,
    failuresInRow: 0,
    createdAt: tx.now(account.id),
    disabledAt: null,
    disabledReason: null,
  });
  const message = "Store the secret now. It signs every delivery and is not shown again.";
  return { status: 201, body: { webhook: webhookOut(webhook), secret: webhook.secret, message } };
}

function findWebhook(tx: Transaction, { account }: Caller, webhookId: string): Webhook {
  const webhook = tx.get("webhooks", webhookId);
  if (!webhook || webhook.accountId !== account.id) {
    throw new Refusal("NOT_FOUND", "No such webhook.", { resource: "webhooks", webhookId });
  }
  return webhook;
}
