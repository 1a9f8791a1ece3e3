import { existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { lastLine, majorOf } from "@/lib/host/postgres/prepare-binaries";
import { type Account, runAs } from "@/lib/host/postgres/run-as";
import { StartError } from "@/lib/host/start-error";

type Cluster = { native: string; place: string; account: Account; durable: boolean };

/** Makes the database files once; those of another major version are left alone and refused. */
export function makeCluster({ native, place, account, durable }: Cluster): string {
  const data = join(place, "data");
  if (existsSync(join(data, "PG_VERSION"))) {
    const found = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
    const wanted = majorOf(native, account);
    if (found !== wanted) throw new StartError("postgres_other_major", { found, wanted });
    return data;
  }
  // Made under another name: a kill half way must not leave something that looks like a database.
  const making = join(place, "data-making");
  rmSync(making, { recursive: true, force: true });
  const args = ["--auth=trust", "--locale=C", "--encoding=UTF8", "-U", "postgres", "-D", making];
  const outcome = runAs(account, join(native, "bin", "initdb"), durable ? args : [...args, "--no-sync"]);
  if (!outcome.ok) {
    rmSync(making, { recursive: true, force: true });
    throw new StartError("postgres_initdb_failed", { reason: reasonOf(outcome.output) });
  }
  renameSync(making, data);
  return data;
}

function reasonOf(output: string): string {
  const lines = output.split("\n").filter((line) => /error:|FATAL:|PANIC:/.test(line));
  return lastLine(lines[0] ?? output);
}
