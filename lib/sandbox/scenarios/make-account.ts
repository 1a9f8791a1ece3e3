import { allFlagsOn } from "../flags";
import type { Guesses } from "../guesses";
import { newId, randomText } from "../ids";
import { READ_SCOPES, SCOPES } from "../scopes";
import type { Account, Person, Seat } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { mintToken } from "../tokens/mint";

export type AccountOptions = {
  claimed: boolean;
  card: boolean;
  flags: Record<string, boolean>;
  guesses: Guesses;
  scopes: Partial<Record<Seat, string[]>>;
};

export type MadeAccount = { account: Account; tokens: Record<Seat, string> };

export const NO_BOOKS = {
  toppedUpCents: 0,
  cardChargedCents: 0,
  cardRefundedCents: 0,
  paidOutCents: 0,
  feesCents: 0,
};

export function makeAccount(tx: Transaction, options: AccountOptions): MadeAccount {
  const id = newId("acc");
  const account = tx.put("accounts", {
    id,
    accountId: id,
    organizationId: newId("org"),
    organizationName: "Dashcam Labs",
    people: {
      owner: person("Sam", "Okafor"),
      agent: person("Label", "Agent"),
      member: person("Lena", "Fischer"),
    },
    claimed: options.claimed,
    card: options.card,
    availableCents: 0,
    reservedCents: 0,
    books: NO_BOOKS,
    flags: { ...allFlagsOn(), ...options.flags },
    guesses: options.guesses,
    clockOffsetMs: 0,
    createdAt: tx.wallNow,
    lastInvoiceNumber: 1000,
  });
  const mint = (seat: Seat, fallback: readonly string[]) =>
    mintToken(tx, {
      accountId: id,
      seat,
      name: seat,
      scopes: options.scopes[seat] ?? [...fallback],
    }).plain;
  const tokens = {
    owner: mint("owner", SCOPES),
    agent: mint("agent", SCOPES),
    member: mint("member", READ_SCOPES),
  };
  return { account, tokens };
}

function person(firstName: string, lastName: string): Person {
  const email = `${firstName}.${lastName}.${randomText(4)}@example.com`.toLowerCase();
  return { userId: newId("usr"), firstName, lastName, email };
}
