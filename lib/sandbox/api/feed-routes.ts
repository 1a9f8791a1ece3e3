import { UPDATES_DEFAULT_LIMIT, UPDATES_FIRST_CURSOR, UPDATES_MAX_LIMIT } from "../guesses";
import { badField } from "../refusal";
import { eventScope, hasScope } from "../scopes";
import type { Transaction } from "../state/transaction";
import { eventOut } from "../wire/event";
import { isShown } from "../wire/show";
import { ok } from "./answer";
import { readLimit } from "./paging";
import type { ApiCall, Route } from "./route";

export const feedRoutes: Route[] = [
  {
    method: "GET",
    path: "/updates",
    gate: { scopes: ["proposals:read", "messages:read", "payments:read"] },
    run: (tx, call) => ok(readFeed(tx, call)),
  },
];

/** Oldest first, only what is newer than the cursor, without the types this token may not read. */
function readFeed(tx: Transaction, { caller: { account, token }, query }: ApiCall) {
  const limit = readLimit(query, {
    fallback: UPDATES_DEFAULT_LIMIT,
    max: UPDATES_MAX_LIMIT,
    strict: true,
  });
  const cursor = query.get("cursor");
  if (cursor !== null && !/^\d{1,15}$/.test(cursor)) throw badField("cursor");
  const after = Number(cursor ?? 0);
  const newer = tx
    .of("events", account.id)
    .filter(
      (event) => Number(event.id) > after && isShown(event) && hasScope(token.scopes, eventScope(event.type)),
    );
  const page = newer.slice(0, limit);
  return {
    events: page.map(eventOut),
    nextCursor: page[page.length - 1]?.id ?? cursor ?? UPDATES_FIRST_CURSOR,
    hasMore: newer.length > page.length,
  };
}
