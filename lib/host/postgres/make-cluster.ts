import { existsSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { isDiskFullText } from "@/lib/host/disk-full";
import { lastLine, majorOf } from "@/lib/host/postgres/prepare-binaries";
import { type Account, runAs } from "@/lib/host/postgres/run-as";
import { StartError } from "@/lib/host/start-error";
import { withDeathSignal } from "@/lib/host/with-death-signal";

type Cluster = { native: string; place: string; account: Account; durable: boolean };

const half = "data-making-";

/** Makes the database files once; those of another major version are left alone and refused. */
export function makeCluster({ native, place, account, durable }: Cluster): string {
  const data = join(place, "data");
  if (existsSync(join(data, "PG_VERSION"))) {
    const found = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
    const wanted = majorOf(native, account);
    if (found !== wanted) throw new StartError("postgres_other_major", { found, wanted });
    return data;
  }
  removeHalfMade(place);
  // Made under another name: a kill half way must not leave something that looks like a database. Each try has
  // a name of its own, because what a killed start left running may still be writing to the one before.
  const making = join(place, `${half}${process.pid}-${Date.now()}`);
  const args = ["--auth=trust", "--locale=C", "--encoding=UTF8", "-U", "postgres", "-D", making];
  const initdb = [join(native, "bin", "initdb"), ...args, ...(durable ? [] : ["--no-sync"])];
  const [file, ...rest] = withDeathSignal("KILL", initdb);
  const outcome = runAs(account, file, rest);
  if (!outcome.ok) {
    removeHalfMade(place);
    if (isDiskFullText(outcome.output)) throw new StartError("disk_full", { folder: place });
    throw new StartError("postgres_initdb_failed", { reason: reasonOf(outcome.output) });
  }
  renameSync(making, data);
  return data;
}

function removeHalfMade(place: string): void {
  for (const name of readdirSync(place).filter((entry) => entry.startsWith(half))) {
    try {
      rmSync(join(place, name), { recursive: true, force: true, maxRetries: 3 });
    } catch {
      // Somebody still writes there; the next start has another go.
    }
  }
}

function reasonOf(output: string): string {
  const lines = output.split("\n").filter((line) => /error:|FATAL:|PANIC:/.test(line));
  return lastLine(lines[0] ?? output);
}
