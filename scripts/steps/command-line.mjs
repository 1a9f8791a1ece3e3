import { parseArgs } from "node:util";
import { fault } from "./fault.mjs";

const codes = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: "is not known here.",
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: "is not used that way.",
};

/** Only the option's name is told: what stands behind it may be a secret. */
function faultOf(error, usage) {
  const problem = codes[error.code];
  const name = /'(?:-\w, )?(--?[^\s'=<]+)/.exec(error.message)?.[1];
  if (!problem || !name) return error;
  return fault(name, `${problem}\n\n${indented(usage)}`);
}

function indented(usage) {
  return usage
    .trim()
    .split("\n")
    .map((line) => `  ${line}`.trimEnd())
    .join("\n");
}

/**
 * What a command was given, read before anything is installed or built. `--help` prints the usage and ends, a
 * needed name that is missing does the same and fails, and what the command does not know is refused by name.
 */
export function readCommandLine(usage, { options = {}, least = 0, most = least } = {}) {
  const known = { ...options, help: { type: "boolean", short: "h" } };
  let parsed;
  try {
    parsed = parseArgs({ options: known, allowPositionals: true });
  } catch (error) {
    throw faultOf(error, usage);
  }
  const { values, positionals } = parsed;
  if (values.help) {
    process.stdout.write(`\n${indented(usage)}\n\n`);
    process.exit(0);
  }
  if (positionals.length < least) {
    process.stderr.write(`\n${indented(usage)}\n\n`);
    process.exit(1);
  }
  if (positionals.length > most) {
    const taken =
      most === 0 ? "takes no names" : `takes ${most === 1 ? "one name" : `${most} names`} at most`;
    throw fault("Command", `${taken}; put one with spaces in quotes.\n\n${indented(usage)}`);
  }
  return { values, positionals };
}

/** For the commands that a prepared release has as well. */
export const here = { here: { type: "boolean" } };
export const hereUsage = "--here                  what the clone has, even where a release was prepared";
