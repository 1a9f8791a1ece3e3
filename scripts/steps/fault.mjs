import { dirname, join } from "node:path";
import { problemOfFolder } from "./file-problems.mjs";
import { root } from "./root.mjs";

/** What stands in the way, by the name of the setting and what to do about it. Never a value. */
export class Faults extends Error {
  constructor(faults) {
    super("faults");
    this.name = "Faults";
    this.faults = faults;
  }
}

export function fault(name, problem) {
  return new Faults([{ name, problem }]);
}

/** A sentence for whatever it was; a disk that is full or closed in the clone is no riddle. */
function explain(error) {
  if (error?.name === "Faults") return error.faults;
  const why = error?.syscall ? problemOfFolder(error.code) : null;
  if (why)
    return [
      { name: dirname(error.path ?? join(root, "dist")), problem: `${why} Mend that and start again.` },
    ];
  return [{ name: "Countersign", problem: String(error?.message ?? error).split("\n")[0] }];
}

/** One block for all of them. */
function printFaults(faults, title) {
  // Several are a table; one is a sentence.
  const width = faults.length > 1 ? Math.max(...faults.map(({ name }) => name.length)) + 2 : 0;
  const lines = faults.map(
    ({ name, problem }) => `  ${width > 0 ? name.padEnd(width) : `${name} `}${problem}`,
  );
  process.stderr.write(`\n${title}\n\n${lines.join("\n")}\n\n`);
}

/** Runs a command's work: faults are printed as such, anything else as one line, never with a stack. */
export async function runOrExplain(work, title = "Countersign cannot start") {
  try {
    await work();
  } catch (error) {
    printFaults(explain(error), title);
    process.exit(1);
  }
}
