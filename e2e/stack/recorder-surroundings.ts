import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { type Service, startSandbox, tokenToReadWith } from "@/lib/conformance/surroundings";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";
import { type BareWeb, startBareWeb } from "./bare-web";

type Project = { provide: (key: "service", value: Service) => void };

/** What the recorder decides itself, before the service is asked; nobody passes whose account is not connected. */
const inboxOwn = [
  "a public job is a bare object and needs no token",
  "a job that is not public any more is 404 with its id and the word closed, not the envelope",
  "a public job's id of over 64 characters is 400",
  "a token that never was is 401",
  "a token of the sister API is 401",
  "a claim token is 401",
  "a revoked token is 401 at once, stays listed, and cannot come back",
];

/** The built inbox in front of a sandbox; each account that is made there is connected here. */
export async function setup(project: Project): Promise<() => Promise<void>> {
  const sandbox = await startSandbox();
  // Tokens that are not the sandbox's go to the real service, and nothing may leave this machine.
  const web = await startBareWeb({ OPENTRAIN_API_BASE_URL: sandbox.origin });
  const door = createServer(async (req, res) => {
    await connect(web, sandbox.origin, await text(req));
    res.end();
  });
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  const token = await tokenToReadWith(sandbox.origin);
  await connect(web, sandbox.origin, token);
  project.provide("service", {
    origin: web.origin,
    token,
    isOurs: true,
    home: sandbox.origin,
    differs: inboxOwn,
    letIn: `http://127.0.0.1:${(door.address() as AddressInfo).port}`,
  });
  return async () => {
    door.closeAllConnections();
    door.close();
    await web.stop();
    await sandbox.stop();
  };
}

async function connect({ db }: BareWeb, origin: string, token: string): Promise<void> {
  const me = await fetch(`${origin}/api/public/v1/auth/me`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { account } = (await me.json()) as { account: { organizationId: string } };
  await makeWorkspace(db, { origin, accountKey: account.organizationId, token });
}
