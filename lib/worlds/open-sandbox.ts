import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Guesses } from "@/lib/sandbox/guesses";
import { startSandbox } from "@/lib/sandbox/start";

export type SandboxAccount = {
  accountId: string;
  tokens: { owner: string; agent: string; member: string };
  ids: { jobs: string[]; proposals: string[]; contracts: string[]; milestones: string[] };
};

export type TrueApproval = {
  id: string;
  type: string;
  status: "pending" | "confirmed" | "declined" | "expired";
  contractId: string | null;
  milestoneId: string | null;
  jobId: string | null;
  proposalId: string | null;
  approvalUrl: string;
  createdAt: string;
  expiresAt: string;
  resolvedAt: string | null;
  result: Record<string, unknown> | null;
  terms: { amountCents?: number } | null;
  supersededBy: string | null;
};

export type TrueMilestone = { id: string; status: string; amountUsd: number };

/** An account as it truly is, hidden things included. */
export type Truth = {
  now: string;
  approvals: TrueApproval[];
  contracts: { id: string; status: string; milestones: TrueMilestone[] }[];
  credits: { availableCents: number; reservedCents: number };
  events: { id: string; type: string; data: Record<string, unknown> }[];
};

export type Answer = { status: number; body: Record<string, unknown> | null };

export type WorldSandbox = {
  origin: string;
  account(options: { guesses: Guesses; creditsCents: number }): Promise<SandboxAccount>;
  truth(accountId: string): Promise<Truth>;
  door(method: string, path: string, body?: unknown): Promise<Answer>;
  stop(): Promise<void>;
};

/** The other side of every world: the sandbox behind a port, on a folder of its own. */
export async function openWorldSandbox(): Promise<WorldSandbox> {
  const dir = await mkdtemp(join(tmpdir(), "world-"));
  const environment = {
    host: "127.0.0.1",
    port: 0,
    origin: undefined,
    dir,
    secret: undefined,
    inboxUrl: null,
    inboxPagesUrl: null,
    failpoint: undefined,
    rotateAtBytes: undefined,
    agent: null,
  };
  const sandbox = await startSandbox(
    environment,
    () => undefined,
    (error) => {
      throw error;
    },
  );
  const origin = `http://127.0.0.1:${sandbox.port}`;
  const door = (method: string, path: string, body?: unknown) =>
    ask(method, `${origin}/_sandbox${path}`, null, body ?? (method === "POST" ? {} : undefined));
  return {
    origin: sandbox.origin,
    door,
    account: async (options) => (await door("POST", "/accounts", options)).body as SandboxAccount,
    truth: async (id) =>
      (await door("GET", `/truth?accountId=${encodeURIComponent(id)}`)).body as unknown as Truth,
    async stop() {
      await sandbox.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

/** A call that may come to nothing: then its status is 0. */
export async function ask(
  method: string,
  url: string,
  token: string | null,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> {
  try {
    const response = await fetch(url, {
      method,
      headers: {
        ...headers,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    return { status: response.status, body: isJson && text !== "" ? JSON.parse(text) : null };
  } catch {
    return { status: 0, body: null };
  }
}
