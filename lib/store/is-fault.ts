/**
 * SQLSTATE classes with which the database says that it cannot now: it is out of reach, lets nobody in, may only be
 * read, has undone what ran into something else, is full, is held by somebody, is stopping, or its disk fails.
 */
const FOR_NOW = /^(?:08|25006|28|3D|40|53|55P03|57|58)/;
/** Those of them that a connection made anew may not meet. */
const OF_CONNECTION = /^(?:08|25006|28|3D|57P)/;
/** What the driver itself says of a connection, without any code. */
const BROKEN =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client (?:has|was)|Cannot use a pool|Query read timeout)/;

/** The database answered and would not take it, whoever asks when. */
export function isFault(error: unknown): boolean {
  const state = stateOf(error);
  return state !== null && !FOR_NOW.test(state);
}

/** The database cannot now, or cannot be reached; the same may go well later. */
export function isForNow(error: unknown): boolean {
  const state = stateOf(error);
  return state === null ? isBroken(error) : FOR_NOW.test(state);
}

/** It may go well on another connection. */
export function isOfConnection(error: unknown): boolean {
  const state = stateOf(error);
  return state === null ? isBroken(error) : OF_CONNECTION.test(state);
}

function isBroken(error: unknown): boolean {
  return causesOf(error).some(
    (cause) => "syscall" in cause || isSystemCode(cause) || BROKEN.test(cause.message),
  );
}

/** As the system names them; of several addresses tried one after the other it is on the whole. */
function isSystemCode(cause: Error): boolean {
  return "code" in cause && typeof cause.code === "string" && /^E[A-Z_]{3,}$/.test(cause.code);
}

function stateOf(error: unknown): string | null {
  for (const cause of causesOf(error)) {
    if ("severity" in cause && "code" in cause && typeof cause.code === "string") return cause.code;
  }
  return null;
}

function causesOf(error: unknown): Error[] {
  const causes: Error[] = [];
  for (let cause = error; cause instanceof Error && causes.length < 5; cause = cause.cause)
    causes.push(cause);
  return causes;
}
