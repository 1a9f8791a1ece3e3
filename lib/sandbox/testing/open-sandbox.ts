import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeSandbox, sandboxApp } from "../app";
import type { Call } from "../door/call-log";
import type { tellTruth } from "../door/truth";
import { openStore } from "../state/store";
import type { approvalOut } from "../wire/approval";
import type { contractDetailOut, contractOut } from "../wire/contract";
import type { eventOut } from "../wire/event";
import type { freelancerProfileOut } from "../wire/freelancer";
import type { jobOut } from "../wire/job";
import type { creditsOut, ledgerEntryOut } from "../wire/ledger";
import type { milestoneOut } from "../wire/milestone";
import type { interviewOut, proposalDetailOut, proposalOut } from "../wire/proposal";
import type { teamOut } from "../wire/team";
import type { tokenOut } from "../wire/token";
import type { topUpOut } from "../wire/top-up";

export const ORIGIN = "http://localhost:4010";

/** What any answer may hold. A test reads the fields its call is documented to answer with. */
type AnswerBody = {
  approval: ReturnType<typeof approvalOut>;
  approvals: Truth["approvals"];
  message: string;
  ok: boolean;
  contractId: string;
  status: string;
  error: string;
  code: string;
  requestId: string;
  details: Record<string, unknown>;
  contract: ReturnType<typeof contractDetailOut>;
  contracts: ReturnType<typeof contractOut>[];
  milestone: ReturnType<typeof milestoneOut>;
  proposal: ReturnType<typeof proposalDetailOut>;
  proposals: ReturnType<typeof proposalOut>[];
  jobs: ReturnType<typeof jobOut>[];
  events: ReturnType<typeof eventOut>[];
  nextCursor: string;
  hasMore: boolean;
  credits: ReturnType<typeof creditsOut> & Truth["credits"];
  entries: ReturnType<typeof ledgerEntryOut>[];
  ledger: ReturnType<typeof ledgerEntryOut>[];
  payments: Record<string, unknown>[];
  token: string;
  tokens: ReturnType<typeof tokenOut>[];
  metadata: ReturnType<typeof tokenOut>;
  account: Record<string, unknown>;
  actor: Record<string, unknown>;
  tokenType: string;
  team: ReturnType<typeof teamOut>;
  email: string;
  topUp: ReturnType<typeof topUpOut>;
  topUpId: string;
  checkoutUrl: string;
  expiresAt: string;
  interview: ReturnType<typeof interviewOut>;
  freelancer: ReturnType<typeof freelancerProfileOut>;
  conversationId: string;
  created: boolean;
  proposalId: string;
  freelancerId: string;
  alreadyInvited: boolean;
  capabilities: Record<string, boolean>;
  now: string;
  calls: Call[];
};

type Truth = ReturnType<typeof tellTruth>;

export type Heard = { status: number; text: string; body: AnswerBody; headers: Headers };

export type Made = {
  accountId: string;
  tokens: { owner: string; agent: string; member: string };
  ids: { jobs: string[]; proposals: string[]; contracts: string[]; milestones: string[] };
};

/** The whole service without a port, on a folder of its own. */
export async function openSandbox() {
  const dir = await mkdtemp(join(tmpdir(), "sandbox-"));
  const store = await openStore({ dir });
  const app = sandboxApp(makeSandbox({ store, origin: () => ORIGIN, log: () => undefined }));
  const send = async (method: string, path: string, headers: Record<string, string>, body?: unknown) => {
    const response = await app.request(`${ORIGIN}${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { "content-type": "application/json" }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    const heard = (isJson && text !== "" ? JSON.parse(text) : {}) as AnswerBody;
    return { status: response.status, text, body: heard, headers: response.headers } satisfies Heard;
  };
  return {
    app,
    dir,
    store,
    call: (token: string | null, method: string, path: string, body?: unknown) =>
      send(method, `/api/public/v1${path}`, token === null ? {} : { authorization: `Bearer ${token}` }, body),
    door: (method: string, path: string, body?: unknown) =>
      send(method, `/_sandbox${path}`, {}, method === "POST" ? (body ?? {}) : undefined),
    send,
    async account(options: object = {}): Promise<Made> {
      return JSON.parse((await send("POST", "/_sandbox/accounts", {}, options)).text) as Made;
    },
    async close() {
      await store.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

export type OpenSandbox = Awaited<ReturnType<typeof openSandbox>>;
