export type EnvFault = { name: string; problem: string };
type Given = Record<string, string | undefined>;

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);
const oidc = ["OIDC_ISSUER", "OIDC_CLIENT_ID", "OIDC_CLIENT_SECRET"];

/** Settings that are well by themselves and cannot both be meant; told beside the faults of single ones. */
export function contradictions(given: Given): EnvFault[] {
  return [
    ...together(given, ["OWNER_EMAIL", "OWNER_PASSWORD"]),
    ...together(given, oidc),
    ...needs(given, "EMAIL_FROM", "SMTP_URL"),
    ...needs(given, "OIDC_ALLOWED_DOMAINS", "OIDC_ISSUER"),
    ...needs(given, "DATABASE_MIGRATE_URL", "DATABASE_URL"),
    ...addresses(given),
  ];
}

function together(given: Given, names: string[]): EnvFault[] {
  const missing = names.filter((name) => !given[name]);
  if (missing.length === 0 || missing.length === names.length) return [];
  const there = names.filter((name) => given[name]);
  const are = there.length > 1 ? "are" : "is";
  return missing.map((name) => ({ name, problem: `must be set when ${listed(there)} ${are}` }));
}

function listed(names: string[]): string {
  return names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : (names[0] ?? "");
}

function needs(given: Given, name: string, needed: string): EnvFault[] {
  return given[name] && !given[needed] ? [{ name: needed, problem: `must be set where ${name} is` }] : [];
}

function addresses(given: Given): EnvFault[] {
  const { APP_URL = "", OPENTRAIN_API_BASE_URL = "" } = given;
  const app = URL.canParse(APP_URL) ? new URL(APP_URL) : null;
  const upstream = URL.canParse(OPENTRAIN_API_BASE_URL) ? new URL(OPENTRAIN_API_BASE_URL) : null;
  const faults: EnvFault[] = [];
  if (app?.protocol === "https:" && loopback.has(app.hostname)) {
    faults.push({ name: "APP_URL", problem: "must begin with http:// when it leads to this machine itself" });
  }
  if (app && upstream?.origin === app.origin) {
    faults.push({
      name: "OPENTRAIN_API_BASE_URL",
      problem: "must not be the address of this inbox, APP_URL",
    });
  }
  return faults;
}
