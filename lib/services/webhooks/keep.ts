import { ourAddressFor } from "@/lib/domain/our-address";
import { getEnv } from "@/lib/env";
import { openReader } from "@/lib/services/connections/open-reader";
import { endWebhook, noteEnded } from "@/lib/services/webhooks/end";
import { findManager } from "@/lib/services/webhooks/find-manager";
import type { Keeping } from "@/lib/services/webhooks/keeping";
import { makeWebhook } from "@/lib/services/webhooks/make";
import { takeAwayLeftovers } from "@/lib/services/webhooks/take-away-leftovers";
import { findConnectionById, listTokens } from "@/lib/store/connections/rows";
import { findFeed, updateFeed } from "@/lib/store/feeds";
import type { Db } from "@/lib/store/pool";
import { listWebhooks, updateWebhook, type WebhookRow } from "@/lib/store/webhooks";

const minuteMs = 60_000;
/** How often we look whether it is still there. OpenTrain ends one whose deliveries failed for long. */
const checkEveryMs = 10 * minuteMs;
const tryAgainAfterMs = 10 * minuteMs;

export type KeepWebhookInput = {
  db: Db;
  connectionId: string;
  now: Date;
  /** Where this inbox is. */
  ours?: { APP_URL: string; PORT: number };
};

/**
 * Whether OpenTrain tells us of events by itself, put right: made where it may be, looked after, made anew where
 * it was ended or its secret lost, taken away where it leads nowhere any more. Done twice it changes nothing.
 */
export async function keepWebhook({
  db,
  connectionId,
  now,
  ours = getEnv(),
}: KeepWebhookInput): Promise<void> {
  const connection = await findConnectionById(db, connectionId);
  if (connection?.state !== "open") return;
  const manager = findManager(await listTokens(db, connectionId));
  const address = ourAddressFor(connection.origin, { appUrl: ours.APP_URL, port: ours.PORT });
  const known = await listWebhooks(db, connectionId);
  const problem = address === null ? "address" : manager ? null : "scope";
  const reader = manager ? await openReader(db, connection) : null;
  if (!reader || !manager) return noteProblem(db, connectionId, problem);
  const place: Keeping = { db, connection, reader, tokenId: manager.id, address, now };
  const works = await anyWorks(place, known);
  if (works || problem) return noteProblem(db, connectionId, works ? null : problem);
  await makeAnew(place);
}

async function noteProblem(db: Db, connectionId: string, problem: string | null): Promise<void> {
  const { webhookProblem } = await findFeed(db, connectionId);
  if (webhookProblem !== problem) await updateFeed(db, connectionId, { webhookProblem: problem });
}

/** What is no use any more is taken away on the way. */
async function anyWorks(place: Keeping, known: WebhookRow[]): Promise<boolean> {
  let works = false;
  for (const webhook of known) {
    if (webhook.state === "active" && (await isGood(place, webhook))) works = true;
  }
  return works;
}

async function isGood(place: Keeping, webhook: WebhookRow): Promise<boolean> {
  const { db, connection, reader, tokenId, address, now } = place;
  const { id, upstreamId, checkedAt, origin, url } = webhook;
  const isOurs = origin === connection.origin && address !== null && url.startsWith(`${address}/`);
  if (!isOurs || webhook.sealed === null || upstreamId === null) {
    if (!(await endWebhook(db, reader, webhook, { now, why: "address", tokenId })))
      await updateWebhook(db, id, { checkedAt: now });
    return false;
  }
  if (checkedAt !== null && now.getTime() - checkedAt.getTime() < checkEveryMs) return true;
  const answer = await reader.read((client) => client.getWebhook(upstreamId), tokenId);
  if (answer.ok && answer.value.status !== "DISABLED") {
    await updateWebhook(db, id, { checkedAt: now });
    return true;
  }
  if (answer.ok) {
    // It cannot be switched on again, and takes up one of few places.
    if (!(await endWebhook(db, reader, webhook, { now, why: "disabled", tokenId }))) return true;
    return false;
  }
  // No answer is no news of it.
  if (answer.failure.why !== "not_found") return true;
  await noteEnded(db, webhook, { now, why: "vanished" });
  return false;
}

async function makeAnew(place: Keeping): Promise<void> {
  const { db, connection, now } = place;
  const { webhookProblem, webhookTriedAt } = await findFeed(db, connection.id);
  const sinceMs = now.getTime() - (webhookTriedAt?.getTime() ?? 0);
  // What could not be done a moment ago cannot be done now; what was never tried, or ended, can.
  if (webhookProblem !== null && webhookTriedAt !== null && sinceMs < tryAgainAfterMs) return;
  const problem = (await takeAwayLeftovers(place)) ?? (await makeWebhook(place));
  await updateFeed(db, connection.id, { webhookProblem: problem, webhookTriedAt: now });
}
