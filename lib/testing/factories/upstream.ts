import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";
import type { WireApproval, WireContract } from "@/lib/testing/factories/wire";

export type WireEvent = { id: string; type: string; data: Record<string, unknown> };
/** What one token is to OpenTrain, where that is not what every token is. */
type TokenFacts = {
  id?: string;
  label?: string;
  scopes?: string[];
  account?: Record<string, unknown>;
  expiresAt?: string | null;
  isRevoked?: boolean;
  /** Paths it is told are not there. */
  hides?: RegExp;
};
type Fault = "drop" | "garbage" | "hang" | number | { status: number; retryAfter: string };

/** A few reads of OpenTrain over real HTTP, answering from plain maps a test fills. */
export class TinyUpstream {
  origin = "";
  approvals = new Map<string, WireApproval>();
  contracts = new Map<string, WireContract>();
  proposals = new Map<string, Record<string, unknown>>();
  jobs = [{ id: "job_1", title: "Box 600 receipts", status: "OPEN" }];
  credits: Record<string, unknown> = { availableCents: 100_000, reservedCents: 0, currency: "usd" };
  payments: Record<string, unknown>[] = [];
  /** The newest first. */
  ledger: Record<string, unknown>[] = [];
  ledgerPage = 100;
  events: WireEvent[] = [];
  account: Record<string, unknown> = {
    kind: "employer_organization",
    organizationId: "org_1",
    ownerUserId: "usr_1",
  };
  scopes = ["payments:read", "proposals:read", "jobs:read"];
  clockOffsetMs = 0;
  calls: string[] = [];
  tokens = new Set<string>();
  byToken = new Map<string, TokenFacts>();
  #faults: { path: RegExp; fault: Fault; times: number; after: number }[] = [];
  #scopes: { path: RegExp; requiredScopes: string[] } | null = null;
  #held: { path: RegExp; until: Promise<void> } | null = null;
  #server = createServer((request, response) => {
    const answer = () => this.#answer(request, response);
    const isHeld = this.#held?.path.test(decodeURIComponent(request.url ?? ""));
    if (isHeld) void this.#held?.until.then(answer);
    else answer();
  });

  /** Calls whose path matches go wrong: the next `times`, after letting some pass. */
  fail(path: RegExp, fault: Fault, times = Number.POSITIVE_INFINITY, after = 0): void {
    this.#faults.push({ path, fault, times, after });
  }

  /** Calls whose path matches are answered 403 for want of these. */
  failScope(path: RegExp, requiredScopes: string[]): void {
    this.#scopes = { path, requiredScopes };
  }

  /** Calls whose path matches are answered when the function given back is called. */
  hold(path: RegExp): () => void {
    let release: () => void = () => undefined;
    this.#held = { path, until: new Promise<void>((resolve) => (release = resolve)) };
    return release;
  }

  heal(): void {
    this.#held = null;
    this.#faults = [];
    this.#scopes = null;
  }

  emit(type: string, data: Record<string, unknown>): void {
    this.events.push({ id: String(this.events.length + 101), type, data });
  }

  /** As the human decides, or the clock does; the feed tells of it. */
  settle(id: string, changes: Partial<WireApproval>): void {
    const approval = this.approvals.get(id);
    if (!approval) throw new Error(`no approval ${id}`);
    const resolvedAt = new Date(Date.now() + this.clockOffsetMs).toISOString();
    this.approvals.set(id, { ...approval, resolvedAt, ...changes });
    this.emit("approval.confirmed", { approvalId: id, status: changes.status ?? "confirmed" });
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    this.origin = `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const url = new URL(request.url ?? "/", this.origin);
    const path = decodeURIComponent(url.pathname.replace("/api/public/v1", ""));
    this.calls.push(path);
    this.tokens.add(request.headers.authorization ?? "");
    const hit = this.#faults.find((one) => one.times > 0 && one.path.test(path) && one.after-- <= 0);
    if (hit) hit.times -= 1;
    if (hit?.fault === "hang") return;
    if (hit?.fault === "drop") return void request.socket.destroy();
    response.setHeader("date", new Date(Date.now() + this.clockOffsetMs).toUTCString());
    response.setHeader("content-type", "application/json");
    if (hit?.fault === "garbage") return void response.end('{"appr');
    const facts = this.byToken.get((request.headers.authorization ?? "").replace("Bearer ", "")) ?? {};
    if (typeof hit?.fault === "object") response.setHeader("retry-after", hit.fault.retryAfter);
    const status = typeof hit?.fault === "object" ? hit.fault.status : hit?.fault;
    const refusal = status ?? (facts.isRevoked ? 401 : null);
    if (this.#scopes?.path.test(path)) {
      response.statusCode = 403;
      const { requiredScopes } = this.#scopes;
      return void response.end(
        JSON.stringify({ error: "no", code: "FORBIDDEN", details: { requiredScopes } }),
      );
    }
    const isHidden = facts.hides?.test(path) ?? false;
    const found = refusal === null && !isHidden ? this.#find(path, url.searchParams, facts) : null;
    response.statusCode = refusal ?? (found ? 200 : 404);
    response.end(JSON.stringify(found ?? { error: "no", code: "NO" }));
  }

  #find(path: string, query: URLSearchParams, facts: TokenFacts): unknown {
    const [, noun, id] = /^\/([^/]+)(?:\/(.+))?$/.exec(path) ?? [];
    switch (noun) {
      case "approvals":
        return wrap("approval", this.approvals.get(id ?? ""));
      case "contracts":
        if (id === undefined) return { contracts: [...this.contracts.values()] };
        return wrap("contract", this.contracts.get(id));
      case "proposals":
        return wrap("proposal", this.proposals.get(id ?? ""));
      case "jobs":
        return { jobs: this.jobs, nextCursor: null };
      case "payments":
        return { payments: this.payments };
      case "credits":
        if (id === "ledger") return this.#ledger(Number(query.get("cursor") ?? 0));
        return { credits: this.credits };
      case "updates":
        return this.#updates(Number(query.get("cursor") ?? 0), Number(query.get("limit") ?? 50));
      case "auth":
        return {
          actor: { userId: "usr_1", fullName: "Ada Owner" },
          token: {
            id: facts.id ?? "tok_1",
            label: facts.label ?? "inbox",
            scopes: facts.scopes ?? this.scopes,
          },
          account: facts.account ?? this.account,
        };
      case "tokens":
        return { tokens: [{ id: facts.id ?? "tok_1", expiresAt: facts.expiresAt ?? null }] };
      default:
        return null;
    }
  }

  #ledger(from: number): unknown {
    const to = from + this.ledgerPage;
    const nextCursor = to < this.ledger.length ? String(to) : null;
    return { entries: this.ledger.slice(from, to), nextCursor };
  }

  #updates(cursor: number, limit: number): unknown {
    const later = this.events.filter((event) => Number(event.id) > cursor);
    const page = later.slice(0, limit).map((event) => ({
      apiVersion: "v1",
      createdAt: new Date(Date.now() + this.clockOffsetMs).toISOString(),
      resourceId: null,
      jobId: null,
      ...event,
    }));
    return { events: page, nextCursor: page.at(-1)?.id ?? String(cursor), hasMore: later.length > limit };
  }
}

function wrap(name: string, value: unknown): unknown {
  return value === undefined ? null : { [name]: value };
}

/** One for the test file; call it once, outside the tests. */
export function useTinyUpstream(): TinyUpstream {
  const upstream = new TinyUpstream();
  beforeAll(() => upstream.start());
  afterAll(() => upstream.stop());
  return upstream;
}
