export type Log = (level: "info" | "warn" | "error", message: string, more?: Record<string, unknown>) => void;

export function logTo(write: (line: string) => void): Log {
  return (level, message, more = {}) => {
    write(
      `${JSON.stringify({ time: new Date().toISOString(), level, process: "sandbox", message, ...more })}\n`,
    );
  };
}

export function errorText(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
