/** SQLSTATE classes with which a database that is there refuses what it was given, whoever asks when. */
const REFUSING = /^(?:2[0-4]|2[6-8]|40|42|44|P0)/;

/** The database answered and would not take it, as told from one that is away, full, stopping or too slow. */
export function isFault(error: unknown): boolean {
  const state = stateOf(error);
  return state !== null && REFUSING.test(state);
}

/** The database itself says that it cannot now; the same may go well later. */
export function isForNow(error: unknown): boolean {
  const state = stateOf(error);
  return state !== null && !REFUSING.test(state);
}

function stateOf(error: unknown): string | null {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    if ("code" in cause && typeof cause.code === "string" && /^[0-9A-Z]{5}$/.test(cause.code)) {
      return cause.code;
    }
  }
  return null;
}
