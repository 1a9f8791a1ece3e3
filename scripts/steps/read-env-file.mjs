import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { fault } from "./fault.mjs";
import { root } from "./root.mjs";

/** Adds what `.env` in the clone says. The environment wins; an empty value counts as unset in both. */
export function readEnvFile(environment = process.env) {
  let text;
  try {
    text = readFileSync(join(root, ".env"), "utf8");
  } catch (error) {
    if (error.code === "ENOENT") return;
    throw fault(".env", "is there but cannot be read. Let this account read it, or remove it.");
  }
  for (const [name, value] of Object.entries(parseEnv(text))) {
    if (value !== "" && !environment[name]) environment[name] = value;
  }
}
