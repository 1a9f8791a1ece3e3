import { flagNamed } from "../flags";
import { DEFAULT_GUESSES } from "../guesses";
import { idsOf, makeWorld, SCENARIOS } from "../scenarios/make-world";
import { isScope } from "../scopes";
import type { Seat } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { badField } from "./errors";
import { optionalBoolean, optionalChoice, optionalInteger, readFields } from "./read-fields";
import { GUESS_NAMES, readGuesses } from "./read-guesses";

const MAX_CREDITS_CENTS = 1_000_000_000;
const FIELDS = ["scenario", "claimed", "card", "creditsCents", "flags", "scopes", "guesses"];

export function createAccount(tx: Transaction, body: unknown) {
  const fields = readFields(body, FIELDS);
  const wanted = readGuesses(readFields(fields.guesses, GUESS_NAMES, "guesses."), "guesses.");
  const made = makeWorld(tx, {
    scenario: optionalChoice(fields, "scenario", SCENARIOS) ?? "empty",
    claimed: optionalBoolean(fields, "claimed") ?? true,
    card: optionalBoolean(fields, "card") ?? true,
    creditsCents: optionalInteger(fields, "creditsCents", 0, MAX_CREDITS_CENTS),
    flags: readFlags(fields.flags),
    scopes: readScopes(fields.scopes),
    guesses: { ...DEFAULT_GUESSES, ...tx.meta().guesses, ...wanted },
  });
  return {
    accountId: made.account.id,
    tokens: made.tokens,
    ids: idsOf(tx, made.account.id),
    classes: made.classes,
  };
}

function readFlags(value: unknown): Record<string, boolean> {
  const names = Object.keys((value as object | undefined) ?? {});
  const given = readFields(value, names, "flags.");
  const flags: Record<string, boolean> = {};
  for (const name of names) {
    const flag = flagNamed(name);
    if (!flag) throw badField(`flags.${name}`);
    flags[flag] = optionalBoolean(given, name, "flags.") ?? true;
  }
  return flags;
}

function readScopes(value: unknown): Partial<Record<Seat, string[]>> {
  const given = readFields(value, ["owner", "agent", "member"], "scopes.");
  const scopes: Partial<Record<Seat, string[]>> = {};
  for (const seat of ["owner", "agent", "member"] as const) {
    const list = given[seat];
    if (list === undefined) continue;
    if (!Array.isArray(list) || !list.every(isScope)) throw badField(`scopes.${seat}`);
    scopes[seat] = list;
  }
  return scopes;
}
