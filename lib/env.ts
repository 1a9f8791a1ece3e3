import { z } from "zod";

/** Parsed once. A fault names the variable and the rule, never the value. */
const port = z.coerce.number().int().min(0).max(65535);
const origin = z
  .url({ protocol: /^https?$/ })
  .refine((value) => {
    const url = new URL(value);
    return url.pathname === "/" && !url.search && !url.hash && !url.username && !url.password;
  }, "must be an origin such as https://app.example.com, without a path")
  .transform((value) => new URL(value).origin);
const postgresUrl = z.string().regex(/^postgres(ql)?:\/\//, "must begin with postgres://");
const secret = z.string().min(32, "must be at least 32 characters");
const keyList = z
  .string()
  .refine(
    (value) => value.split(",").every((key) => key.trim().length >= 32),
    "must be keys of at least 32 characters, comma-separated, newest first",
  );

const schema = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
  PORT: port.default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  APP_URL: origin.optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  DATA_DIR: z.string().min(1).default(".data"),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_MIGRATE_URL: postgresUrl.optional(),
  AUTH_SECRET: secret.optional(),
  ENCRYPTION_KEYS: keyList.optional(),
  OWNER_EMAIL: z.email().optional(),
  OWNER_PASSWORD: z.string().min(12, "must be at least 12 characters").max(200).optional(),
  OPENTRAIN_API_BASE_URL: origin.default("https://app.opentrain.ai"),
  OPENTRAIN_API_TOKEN: z
    .string()
    .regex(/^ot_pat_/, "must begin with ot_pat_")
    .optional(),
  OPENTRAIN_WEBHOOK_SECRET: z
    .string()
    .regex(/^whsec_/, "must begin with whsec_")
    .optional(),
  CAPTURE_KEY: secret.optional(),
  SYNC_INTERVAL_MS: z.coerce.number().int().min(100).max(3_600_000).default(15_000),
  AGENT_REGISTRATION: z.enum(["on", "off"]).default("off"),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "must begin with smtp:// or smtps://")
    .optional(),
  EMAIL_FROM: z.string().optional(),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_ALLOWED_DOMAINS: z.string().optional(),
  ROLE: z.enum(["web", "worker", "all"]).default("all"),
  LOG_LEVEL: z.enum(["debug", "info", "warn", "error"]).default("info"),
  SANDBOX: z.enum(["auto", "on", "off"]).default("auto"),
  SANDBOX_PORT: port.default(4010),
});

export type Env = z.infer<typeof schema> & { APP_URL: string };
export type EnvFault = { name: string; problem: string };

export function readEnv(
  source: Record<string, string | undefined>,
): { env: Env; faults: [] } | { env: null; faults: EnvFault[] } {
  // An empty string counts as unset.
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  const faults = parsed.success ? [] : parsed.error.issues.map(faultOf);
  if (Boolean(given.OWNER_EMAIL) !== Boolean(given.OWNER_PASSWORD)) {
    faults.push({
      name: given.OWNER_EMAIL ? "OWNER_PASSWORD" : "OWNER_EMAIL",
      problem: "must be set together with the other of OWNER_EMAIL and OWNER_PASSWORD",
    });
  }
  if (!parsed.success || faults.length > 0) return { env: null, faults };
  const appUrl = parsed.data.APP_URL ?? `http://localhost:${parsed.data.PORT}`;
  return { env: { ...parsed.data, APP_URL: appUrl }, faults: [] };
}

function faultOf(issue: z.core.$ZodIssue): EnvFault {
  return { name: String(issue.path[0] ?? "environment"), problem: sentenceOf(issue) };
}

// zod's own sentences may quote what was given, so only our own wording is printed.
function sentenceOf(issue: z.core.$ZodIssue): string {
  if (issue.code === "custom") return issue.message;
  if (issue.code === "invalid_value") return `must be one of ${issue.values.join(", ")}`;
  if (issue.code === "too_small" && issue.origin === "string")
    return `must be at least ${issue.minimum} characters`;
  if (issue.code === "too_small") return `must be at least ${issue.minimum}`;
  if (issue.code === "too_big") return `must be at most ${issue.maximum}`;
  if (issue.code === "invalid_format" && issue.format === "email") return "must be an e-mail address";
  if (issue.code === "invalid_format" && issue.format === "url") return "must be an http or https address";
  if (issue.code === "invalid_format" && issue.format === "regex") return issue.message;
  return "must be a whole number";
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
