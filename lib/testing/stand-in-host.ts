import { readEnv } from "@/lib/env";
import { explain } from "@/lib/host/explain";
import { runUntilStopped } from "@/lib/host/run-until-stopped";
import type { Verbs } from "@/lib/host/supervisor/installation";
import { supervise } from "@/lib/host/supervisor/supervise";

// A supervisor in a process of its own, with stand-ins for the parts, so that it can be killed like a real one.
const { env, faults } = readEnv(process.env);
if (!env) throw new Error(`environment: ${faults.map(({ name }) => name).join(", ")}`);

const verbs: Verbs = {
  ensureInstallation: async ({ sandbox }) => ({
    state: sandbox ? "sandbox" : "none",
    hasOwner: false,
    realConnection: "none",
  }),
  issueSetupLink: async () => ({ secret: "one-time-secret" }),
};
const part = process.env.STAND_IN_PART ?? "";

try {
  await runUntilStopped(() =>
    supervise({
      env,
      dataDir: env.DATA_DIR,
      root: process.cwd(),
      entries: { web: part, worker: part, sandbox: part },
      verbs,
    }),
  );
} catch (error) {
  const faults = explain(error, { dataDir: env.DATA_DIR, hasOwnDatabase: !env.DATABASE_URL });
  for (const { name, problem } of faults) process.stdout.write(`FAULT ${name} ${problem}\n`);
  process.exit(1);
}
