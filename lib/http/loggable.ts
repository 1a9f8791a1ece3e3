/**
 * drizzle puts the query with all its values into its message; the log gets what the database said and the
 * query alone.
 */
export function loggable(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error) || !error.message.startsWith("Failed query:")) return { error };
  return { error: error.cause ?? "no cause given", query: withoutValues(error.message).slice(0, 500) };
}

export function withoutValues(text: string): string {
  return text.replace(/\nparams: [\s\S]*?(?=\n\s+at |$)/g, "");
}
