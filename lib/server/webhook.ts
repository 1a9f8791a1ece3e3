import { AppError } from "@/lib/errors";
import { readBodyBytes, usualBodyBytes } from "@/lib/http/read-body";
import type { Handler } from "@/lib/server/exchange";
import { JunkLimit } from "@/lib/server/junk-limit";
import { requestOf } from "@/lib/server/request-of";
import { receiveWebhook } from "@/lib/services/webhooks/receive";
import { getDb } from "@/lib/store/pool";

const bodyWithinMs = 5_000;
const junk = new JunkLimit();

/**
 * OpenTrain knocks. The bytes as they came are checked against the signature, noted, and answered; the worker
 * looks at the feed. It waits ten seconds for us, so nothing is asked of it here.
 */
export const takeWebhook: Handler = async (exchange) => {
  const { req, res, address, params } = exchange;
  junk.check(address, Date.now());
  try {
    const body = await readBodyBytes(requestOf(exchange), usualBodyBytes, bodyWithinMs);
    const header = (name: string) => req.headersDistinct[name]?.[0] ?? null;
    await receiveWebhook({
      db: getDb(),
      now: new Date(),
      delivery: {
        hookId: params.hookId ?? null,
        signature: header("x-opentrain-signature"),
        deliveryId: header("x-opentrain-delivery"),
        body,
      },
    });
  } catch (error) {
    if (error instanceof AppError && error.code !== "UNAVAILABLE") junk.note(address);
    throw error;
  }
  res.writeHead(204).end();
};
