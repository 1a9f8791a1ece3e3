import { z } from "zod";
import { contradictions, type EnvFault } from "./env/contradictions";
import {
  asTyped,
  bearerKey,
  emailAddress,
  hostName,
  keyList,
  origin,
  port,
  postgresUrl,
  secret,
  shaped,
  text,
  wholeNumber,
} from "./env/values";

/** Parsed once. A fault names the variable and the rule, never the value. */
const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: port.default(3000),
  HOST: hostName.default("127.0.0.1"),
  APP_URL: origin.optional(),
  TRUST_PROXY: wholeNumber(0, 10).default(0),
  DATA_DIR: text.default(".data"),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_MIGRATE_URL: postgresUrl.optional(),
  AUTH_SECRET: secret.optional(),
  ENCRYPTION_KEYS: keyList.optional(),
  OWNER_EMAIL: emailAddress.optional(),
  OWNER_PASSWORD: asTyped
    .refine((value) => value.length >= 12 && value.length <= 200, "must be 12 to 200 characters")
    .optional(),
  OPENTRAIN_API_BASE_URL: origin.default("https://app.opentrain.ai"),
  OPENTRAIN_API_TOKEN: shaped(
    /^ot_pat_[\x21-\x7e]{1,500}$/,
    "must begin with ot_pat_ and hold no spaces",
  ).optional(),
  OPENTRAIN_WEBHOOK_SECRET: shaped(
    /^whsec_[\x21-\x7e]{1,500}(?:\s*,\s*whsec_[\x21-\x7e]{1,500})?$/,
    "must begin with whsec_ and hold no spaces; two while one replaces the other, comma-separated",
  ).optional(),
  CAPTURE_KEY: bearerKey.optional(),
  SYNC_INTERVAL_MS: wholeNumber(100, 3_600_000).default(15_000),
  AGENT_REGISTRATION: z.enum(["on", "off"]).default("off"),
  SMTP_URL: shaped(/^smtps?:\/\/\S+$/, "must begin with smtp:// or smtps:// and hold no spaces").optional(),
  EMAIL_FROM: shaped(/^[^@]*[^\s@<]+@[^\s@>]+>?$/, "must hold one e-mail address").optional(),
  OIDC_ISSUER: shaped(/^https?:\/\/\S+$/, "must be an http or https address").optional(),
  OIDC_CLIENT_ID: text.optional(),
  OIDC_CLIENT_SECRET: text.optional(),
  OIDC_ALLOWED_DOMAINS: shaped(
    /^[a-z0-9.-]+(?:\s*,\s*[a-z0-9.-]+)*$/i,
    "must be domain names, comma-separated",
  ).optional(),
  ROLE: z.enum(["web", "worker", "all"]).default("all"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
  SERVICE_WORKER: z.enum(["on", "off"]).default("on"),
  SANDBOX: z.enum(["auto", "on", "off"]).default("auto"),
  SANDBOX_PORT: port.default(4010),
  PSEUDO_LOCALE: z.enum(["on", "off"]).default("off"),
});

export const environmentNames = Object.keys(schema.shape);

export type Env = z.infer<typeof schema> & { APP_URL: string };
export type { EnvFault };

export function readEnv(
  source: Record<string, string | undefined>,
): { env: Env; faults: [] } | { env: null; faults: EnvFault[] } {
  // An empty string counts as unset.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  const ofOne = parsed.success ? [] : parsed.error.issues.map(faultOf);
  // One fault a name: what is wrong by itself need not fit the others yet.
  const faults = [...ofOne, ...contradictions(given)].filter(
    ({ name }, index, all) => all.findIndex((fault) => fault.name === name) === index,
  );
  if (!parsed.success || faults.length > 0) return { env: null, faults };
  const appUrl = parsed.data.APP_URL ?? `http://localhost:${parsed.data.PORT}`;
  return { env: { ...parsed.data, APP_URL: appUrl }, faults: [] };
}

function faultOf(issue: z.core.$ZodIssue): EnvFault {
  return { name: String(issue.path[0] ?? "environment"), problem: sentenceOf(issue) };
}

// zod's own sentences may quote what was given, so only our own wording is printed.
function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "invalid_value") return `must be one of ${issue.values.join(", ")}`;
  return issue.code === "custom" ? issue.message : "must be text";
}

const key = Symbol.for("countersign.env");
type Holder = { [key]?: Env };

/** The process environment, parsed at first use; two bundles in one process share it. */
export function getEnv(): Env {
  const holder = globalThis as Holder;
  if (!holder[key]) {
    const { env, faults } = readEnv(process.env);
    if (!env) throw new Error(`environment: ${faults.map((fault) => fault.name).join(", ")}`);
    holder[key] = env;
  }
  return holder[key];
}
