import { redact } from "@/lib/redact";

type Level = "debug" | "info" | "warn" | "error";
type Fields = Record<string, unknown>;

const weight: Record<Level, number> = { debug: 10, info: 20, warn: 30, error: 40 };

// Whoever read our output may be gone (a closed pipe); the work goes on without a reader.
for (const stream of [process.stdout, process.stderr]) {
  if (stream.listenerCount("error") === 0) stream.on("error", () => undefined);
}

function threshold(): number {
  const wanted = process.env.LOG_LEVEL;
  return wanted && wanted in weight ? weight[wanted as Level] : weight.info;
}

// A line goes out whole or not at all: one write, never a throw, whatever it was given.
function write(level: Level, fields: Fields, message: string): void {
  if (weight[level] < threshold()) return;
  const { COUNTERSIGN_PROCESS = "start" } = process.env;
  const line = { at: new Date().toISOString(), level, process: COUNTERSIGN_PROCESS, message, ...fields };
  process.stdout.write(`${JSON.stringify(redact(line))}\n`);
}

/** One JSON object a line on stdout; secrets never get past it, in whatever field they sit. */
export const log = {
  debug: (fields: Fields, message: string) => write("debug", fields, message),
  info: (fields: Fields, message: string) => write("info", fields, message),
  warn: (fields: Fields, message: string) => write("warn", fields, message),
  error: (fields: Fields, message: string) => write("error", fields, message),
};
