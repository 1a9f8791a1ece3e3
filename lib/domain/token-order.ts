import { grants } from "./scopes";

/** What this inbox can use; the rest makes a token no better for us. */
const USED = ["payments:read", "proposals:read", "jobs:read", "team:read", "webhooks:manage"];

export type OrderedToken = {
  id: string;
  scopes: readonly string[];
  state: "active" | "refused" | "revoked";
  expiresAt: Date | null;
};

/**
 * In which order to ask: the one known to see it, then by what each may read. One that OpenTrain refuses or
 * that ran out is asked only when no other is left, since it may be taken again without anybody telling us.
 */
export function inReadingOrder<T extends OrderedToken>(
  tokens: readonly T[],
  { first, now }: { first: string | null | undefined; now: Date },
): T[] {
  const isGood = ({ state, expiresAt }: T) => state === "active" && (expiresAt === null || expiresAt > now);
  const kept = tokens.filter(({ state }) => state !== "revoked");
  const good = kept.filter(isGood);
  // Sorting is stable, so among equals the one that was here first is asked first.
  return (good.length > 0 ? good : kept).toSorted(
    (a, b) => Number(b.id === first) - Number(a.id === first) || width(b) - width(a),
  );
}

function width({ scopes }: OrderedToken): number {
  return USED.filter((scope) => grants(scopes, scope)).length;
}
