const away = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "ETIMEDOUT",
  "57P01",
  "57P02",
  "57P03",
]);

/** The database could not be reached, as told from one that refused what it was asked. */
export function isDatabaseAway(error: unknown): boolean {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth += 1) {
    const code = "code" in cause && typeof cause.code === "string" ? cause.code : "";
    if (away.has(code) || code.startsWith("08")) return true;
    if (/^(Connection terminated|timeout exceeded when trying to connect)/.test(cause.message)) return true;
  }
  return false;
}
