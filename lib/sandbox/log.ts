const LEVELS = ["debug", "info", "warn", "error"] as const;
type Level = (typeof LEVELS)[number];

export type Log = (level: Level, message: string, more?: Record<string, unknown>) => void;

export function logTo(write: (line: string) => void, least: string | undefined): Log {
  const lowest = LEVELS.indexOf(least as Level);
  return (level, message, more = {}) => {
    if (LEVELS.indexOf(level) < (lowest < 0 ? LEVELS.indexOf("info") : lowest)) return;
    write(
      `${JSON.stringify({ at: new Date().toISOString(), level, process: "sandbox", message, ...more })}\n`,
    );
  };
}

export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
