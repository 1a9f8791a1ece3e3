import { join } from "node:path";
import { type Failpoint, POINTS, readFailpoint } from "./state/failpoint";

export type Environment = {
  host: string;
  port: number;
  origin: string | undefined;
  dir: string;
  secret: string | undefined;
  /** Where the agent hands over, and where a person goes back to: behind a proxy they differ. */
  inboxUrl: string | null;
  inboxPagesUrl: string | null;
  /** For tests of what survives: where this process shall die, and how soon the journal is begun anew. */
  failpoint: Failpoint | undefined;
  rotateAtBytes: number | undefined;
  agent: { captureKey: string; stepMs: number } | null;
};

/** An empty string counts as unset. Faults are named, values are not printed. */
export function readEnvironment(env: NodeJS.ProcessEnv): Environment {
  const faults: string[] = [];
  const text = (name: string) => env[name]?.trim() || undefined;
  const integer = (name: string, fallback: number, min: number, max: number) => {
    const value = text(name);
    if (value === undefined) return fallback;
    const number = /^\d+$/.test(value) ? Number(value) : -1;
    if (number < min || number > max) faults.push(`${name} must be a whole number from ${min} to ${max}`);
    return number;
  };
  const origin = (name: string) => {
    const value = text(name);
    if (value === undefined) return undefined;
    if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return new URL(value).origin;
    faults.push(`${name} must be an http address`);
    return undefined;
  };
  const switchedOn = text("SANDBOX_AGENT") ?? "off";
  if (!["on", "off"].includes(switchedOn)) faults.push("SANDBOX_AGENT must be on or off");
  const inboxUrl = origin("SANDBOX_INBOX_URL") ?? null;
  const captureKey = text("SANDBOX_AGENT_CAPTURE_KEY");
  if (switchedOn === "on" && (!inboxUrl || !captureKey)) {
    faults.push("SANDBOX_AGENT=on needs SANDBOX_INBOX_URL and SANDBOX_AGENT_CAPTURE_KEY");
  }
  const failpointText = text("SANDBOX_FAILPOINT");
  const failpoint = failpointText === undefined ? undefined : readFailpoint(failpointText);
  if (failpointText !== undefined && !failpoint) {
    faults.push(`SANDBOX_FAILPOINT must be one of ${POINTS.join(", ")}`);
  }
  const environment = {
    host: text("SANDBOX_HOST") ?? "127.0.0.1",
    port: integer("SANDBOX_PORT", 4010, 0, 65_535),
    origin: origin("SANDBOX_ORIGIN"),
    dir: join(text("DATA_DIR") ?? ".data", "sandbox"),
    secret: text("SANDBOX_SECRET"),
    inboxUrl,
    inboxPagesUrl: origin("SANDBOX_INBOX_PAGES_URL") ?? inboxUrl,
    failpoint,
    rotateAtBytes:
      text("SANDBOX_ROTATE_AT_BYTES") === undefined
        ? undefined
        : integer("SANDBOX_ROTATE_AT_BYTES", 0, 1000, 1_000_000_000),
    agent:
      switchedOn === "on" && captureKey
        ? { captureKey, stepMs: integer("SANDBOX_AGENT_STEP_MS", 8000, 1, 86_400_000) }
        : null,
  };
  if (faults.length > 0) throw new Error(faults.join("; "));
  return environment;
}
