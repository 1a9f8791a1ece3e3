import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseEnv } from "node:util";
import { fault } from "./fault.mjs";
import { home } from "./root.mjs";

/**
 * Adds what `.env` in the clone says. The environment wins; an empty value counts as unset in both.
 * ENV_FILE names another file, or `none`: tests must not pick up somebody's real account.
 */
export function readEnvFile(environment = process.env) {
  if (environment.ENV_FILE === "none") return;
  let text;
  try {
    text = readFileSync(resolve(home, environment.ENV_FILE || ".env"), "utf8");
  } catch (error) {
    if (error.code === "ENOENT" && !environment.ENV_FILE) return;
    throw fault(
      environment.ENV_FILE ? "ENV_FILE" : ".env",
      "cannot be read. Let this account read it, or remove it.",
    );
  }
  for (const [name, value] of Object.entries(parseEnv(text))) {
    if (value !== "" && !environment[name]) environment[name] = value;
  }
}
