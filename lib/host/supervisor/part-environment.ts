import type { Env } from "@/lib/env";
import type { Secrets } from "@/lib/host/secrets";

/** Needed once, at start, by nobody but us. */
const withheld = ["OWNER_EMAIL", "OWNER_PASSWORD", "OPENTRAIN_API_TOKEN", "DATABASE_MIGRATE_URL"];

/** Every setting as it was resolved, for web and worker. Secrets travel here, never on a command line. */
export function partEnvironment(
  env: Env,
  { databaseUrl, secrets }: { databaseUrl: string; secrets: Secrets },
): NodeJS.ProcessEnv {
  const resolved = Object.entries(env).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("npm_"));
  const all: Record<string, string | undefined> = {
    ...Object.fromEntries(inherited),
    ...Object.fromEntries(resolved),
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: secrets.authSecret,
    ENCRYPTION_KEYS: secrets.encryptionKeys,
    NEXTAUTH_URL: env.APP_URL,
    NEXTAUTH_SECRET: secrets.authSecret,
    NEXT_TELEMETRY_DISABLED: "1",
  };
  for (const name of withheld) delete all[name];
  return { ...all, NODE_ENV: env.NODE_ENV };
}

const passedToSandbox = ["PATH", "HOME", "TMPDIR", "TZ", "LANG", "NODE_OPTIONS"];

// Where the inbox listens, seen from this machine; the public address may lead through somebody's proxy.
function inboxUrl({ HOST, PORT }: Env): string {
  const host = HOST === "0.0.0.0" || HOST === "::" ? "127.0.0.1" : HOST;
  return `http://${host.includes(":") ? `[${host}]` : host}:${PORT}`;
}

/** The sandbox stands for somebody else's service: it is told none of our secrets but its agent's own key. */
export function sandboxEnvironment(env: Env, dataDir: string, secrets: Secrets): NodeJS.ProcessEnv {
  const tuning = Object.entries(process.env).filter(
    ([name]) => name.startsWith("SANDBOX_") || passedToSandbox.includes(name),
  );
  return {
    ...Object.fromEntries(tuning),
    NODE_ENV: env.NODE_ENV,
    LOG_LEVEL: env.LOG_LEVEL,
    DATA_DIR: dataDir,
    SANDBOX_PORT: String(env.SANDBOX_PORT),
    SANDBOX_INBOX_URL: inboxUrl(env),
    // A session belongs to the host a person signed in at.
    SANDBOX_INBOX_PAGES_URL: env.APP_URL,
    SANDBOX_AGENT: process.env.SANDBOX_AGENT || "on",
    SANDBOX_AGENT_CAPTURE_KEY: secrets.agentCaptureKey,
  };
}
