import type { Env } from "@/lib/env";
import type { Secrets } from "@/lib/host/secrets";
import type { Installed, Verbs } from "@/lib/host/supervisor/installation";
import type { Part } from "@/lib/host/supervisor/keep-part";
import { wantsSandbox } from "@/lib/host/supervisor/wants-sandbox";
import { createDb, createPool } from "@/lib/store/pool";

export type SandboxAddress = { origin: string; ownerToken: string; agentToken: string };

function addressFrom(message: Record<string, unknown>): SandboxAddress {
  const { origin, tokens } = message as {
    origin?: unknown;
    tokens?: { owner?: unknown; agent?: unknown };
  };
  const [ownerToken, agentToken] = [tokens?.owner, tokens?.agent];
  if (typeof origin !== "string" || typeof ownerToken !== "string" || typeof agentToken !== "string")
    throw new Error("sandbox: no address");
  return { origin, ownerToken, agentToken };
}

/** Runs `work` with a few connections of its own, closed before anything else happens. */
export async function withDatabase<T>(
  url: string,
  work: (db: ReturnType<typeof createDb>) => Promise<T>,
): Promise<T> {
  const pool = createPool(url, { max: 2, name: "countersign-start" });
  try {
    return await work(createDb(pool));
  } finally {
    await pool.end();
  }
}

type Given = {
  env: Env;
  secrets: Secrets;
  appUrl: string;
  verbs: Verbs;
  startSandbox: () => Part;
};

/**
 * What must be true before anybody is let in: a workspace, its connection, its keys. With `auto` the verb is
 * asked without a sandbox first: only it knows whether something real is connected.
 */
export async function installWith({ env, secrets, appUrl, verbs, startSandbox }: Given): Promise<{
  installed: Installed;
  sandbox: SandboxAddress | null;
  link: string | null;
}> {
  return await withDatabase(appUrl, async (db) => {
    const ensure = (sandbox: SandboxAddress | null) =>
      verbs.ensureInstallation({
        db,
        now: new Date(),
        // The real account was asked the first time round.
        env: sandbox ? { ...env, OPENTRAIN_API_TOKEN: undefined } : env,
        sandbox,
        agentCaptureKey: sandbox ? secrets.agentCaptureKey : null,
      });
    let installed = await ensure(null);
    let sandbox: SandboxAddress | null = null;
    if (wantsSandbox(env, installed.state === "real")) {
      sandbox = addressFrom(await startSandbox().ready);
      const { realConnection } = installed;
      installed = { ...(await ensure(sandbox)), realConnection };
    }
    if (installed.hasOwner || env.ROLE === "worker") return { installed, sandbox, link: null };
    const { secret } = await verbs.issueSetupLink({ db, now: new Date(), kind: "first_owner" });
    return { installed, sandbox, link: `${env.APP_URL}/setup#${secret}` };
  });
}
