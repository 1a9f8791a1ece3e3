let made = 0;

/** Different on every call, and readable in a failing test. */
export function unique(prefix: string): string {
  made += 1;
  return `${prefix}_${made.toString(36)}${Math.floor(Math.random() * 36 ** 4).toString(36)}`;
}
