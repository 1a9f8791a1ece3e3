import { join, resolve } from "node:path";
import { readEnv } from "@/lib/env";
import { explain, Faults } from "@/lib/host/explain";
import { faultOf, type StartFault } from "@/lib/host/fault-of";
import { runUntilStopped } from "@/lib/host/run-until-stopped";
import type { Verbs } from "@/lib/host/supervisor/installation";
import { supervise } from "@/lib/host/supervisor/supervise";
import { ensureInstallation } from "@/lib/services/installation/ensure-installation";
import { issueSetupLink } from "@/lib/services/setup/issue-link";

const verbs: Verbs = { ensureInstallation, issueSetupLink };

/** Everything wrong with the settings, each by its name and never with its value. */
export function checkEnvironment(source: NodeJS.ProcessEnv): StartFault[] {
  const { env, faults } = readEnv(source);
  if (!env) return faults;
  return env.ROLE !== "all" && !env.DATABASE_URL ? [faultOf("role_needs_database")] : [];
}

/** Runs the inbox in this process until it is told to stop. */
export async function run({ root }: { root: string }): Promise<void> {
  const { env, faults } = readEnv(process.env);
  if (!env) throw new Faults(faults);
  const dataDir = resolve(root, env.DATA_DIR);
  const entry = (name: string) => join(root, "dist", `${name}.mjs`);
  try {
    await runUntilStopped(() =>
      supervise({
        env,
        dataDir,
        root,
        entries: { web: entry("web"), worker: entry("worker"), sandbox: entry("sandbox") },
        verbs,
      }),
    );
  } catch (error) {
    throw new Faults(explain(error, { dataDir, hasOwnDatabase: !env.DATABASE_URL }));
  }
}
