import { call, type Heard } from "./call";
import { at, listAt, numberAt, textAt } from "./look";

type Made = {
  accountId: string;
  tokens: Record<"owner" | "agent" | "member", string>;
  ids: Record<"jobs" | "proposals" | "contracts" | "milestones", string[]>;
};
export type AccountOptions = {
  scenario?: string;
  claimed?: boolean;
  card?: boolean;
  creditsCents?: number;
  flags?: Record<string, boolean>;
  scopes?: Partial<Record<"owner" | "agent" | "member", string[]>>;
};

export const hour = 3_600_000;
export const pilot = { name: "Pilot", description: "600 receipts", amount: 180, dueDate: "2027-02-01" };

/** Makes accounts to try things in; every case has its own. */
export class Bench {
  readonly #letIn: string | null;

  /** `origin` is where calls go, `home` the service itself: they differ when something stands between. */
  constructor(
    readonly origin: string,
    readonly home: string,
    letIn: string | null = null,
  ) {
    this.#letIn = letIn;
  }

  async account(options: AccountOptions = {}): Promise<World> {
    const made = (await this.door("POST", "/accounts", { scenario: "empty", ...options })) as Made;
    if (this.#letIn !== null) await fetch(this.#letIn, { method: "POST", body: made.tokens.owner });
    return new World(this, made);
  }

  /** The side of the human and of the tester, which the real service does not have. */
  async door(method: "GET" | "POST", path: string, body?: object): Promise<unknown> {
    const heard = await this.tryDoor(method, path, body);
    if (heard.status >= 300)
      throw new Error(`${method} ${path}: ${heard.status} ${JSON.stringify(heard.json)}`);
    return heard.json;
  }

  async tryDoor(
    method: "GET" | "POST",
    path: string,
    body?: object,
  ): Promise<{ status: number; json: unknown }> {
    const response = await fetch(`${this.home}/_sandbox${path}`, {
      method,
      headers: { "content-type": "application/json" },
      ...(method === "POST" ? { body: JSON.stringify(body ?? {}) } : {}),
    });
    return { status: response.status, json: await response.json() };
  }
}

export type Milestone = { id: string; status: string; contractId: string };

/** One account, its agent, its other seats and its human. */
export class World {
  constructor(
    private readonly bench: Bench,
    readonly made: Made,
  ) {}

  get origin(): string {
    return this.bench.origin;
  }
  get home(): string {
    return this.bench.home;
  }

  as(token: string | null, method: string, path: string, body?: unknown): Promise<Heard> {
    return call(this.origin, { token, method, path, body });
  }
  get(path: string): Promise<Heard> {
    return this.as(this.made.tokens.owner, "GET", path);
  }
  /** As the agent. */
  post(path: string, body?: unknown): Promise<Heard> {
    return this.as(this.made.tokens.agent, "POST", path, body);
  }

  /** A token of the owner's with these scopes alone. */
  async tokenWith(scopes: string[], more: object = {}): Promise<string> {
    const made = await this.as(this.made.tokens.owner, "POST", "/tokens", { scopes, ...more });
    return textAt(made.json, "token");
  }

  hire(proposal: string, milestone: object = pilot, more: object = {}): Promise<Heard> {
    return this.post(`/proposals/${proposal}/hire`, { milestone, ...more });
  }
  confirm(approval: string, how: object = {}): Promise<unknown> {
    return this.bench.door("POST", `/approvals/${approval}/confirm`, how);
  }
  tryConfirm(approval: string, how: object = {}): Promise<{ status: number; json: unknown }> {
    return this.bench.tryDoor("POST", `/approvals/${approval}/confirm`, how);
  }
  decline(approval: string): Promise<unknown> {
    return this.bench.door("POST", `/approvals/${approval}/decline`);
  }
  /** Somebody pays what a checkout page asks for. */
  payTopUp(topUp: string): Promise<unknown> {
    return this.bench.door("POST", `/top-ups/${topUp}/pay`);
  }
  /** Work is done on a contract, as an annotation platform records it. */
  work(contract: string, usage: { seconds?: number; labels?: number }): Promise<unknown> {
    return this.bench.door("POST", `/contracts/${contract}/usage`, usage);
  }
  tryDecline(approval: string): Promise<{ status: number; json: unknown }> {
    return this.bench.tryDoor("POST", `/approvals/${approval}/decline`);
  }
  advance(ms: number): Promise<unknown> {
    return this.bench.door("POST", "/clock", { accountId: this.made.accountId, advanceMs: ms });
  }
  guess(guesses: object): Promise<unknown> {
    return this.bench.door("POST", "/guesses", { accountId: this.made.accountId, ...guesses });
  }
  truth(): Promise<unknown> {
    return this.bench.door("GET", `/truth?accountId=${this.made.accountId}`);
  }

  /** Proposals in OpenTrain's own state, as the API lists them. */
  async proposals(status = "UNREVIEWED"): Promise<string[]> {
    const lists = await Promise.all(
      this.made.ids.jobs.map((id) => this.get(`/jobs/${id}/proposals?status=${status}`)),
    );
    return lists.flatMap(({ json }) => listAt(json, "proposals").map((one) => textAt(one, "id")));
  }
  async proposal(status?: string): Promise<string> {
    const [first] = await this.proposals(status);
    if (first === undefined) throw new Error(`no proposal is ${status ?? "open"}`);
    return first;
  }
  /** A proposal on a job that is paid in this way. */
  async proposalPaid(paymentType: string): Promise<string> {
    for (const id of await this.proposals()) {
      const heard = await this.get(`/proposals/${id}`);
      const unit = String(at(heard.json, "proposal.bid.unit")).toUpperCase();
      const isHourly = unit.includes("HOUR");
      const isPerLabel = unit.includes("LABEL");
      if (
        paymentType === "PAY_PER_HOUR"
          ? isHourly
          : paymentType === "PAY_PER_LABEL"
            ? isPerLabel
            : !isHourly && !isPerLabel
      )
        return id;
    }
    throw new Error(`no proposal is paid by ${paymentType}`);
  }

  /** One whose bid names no rate though its job is paid by volume. */
  async proposalWithoutRate(): Promise<string> {
    for (const id of await this.proposals("MAYBE")) {
      const heard = await this.get(`/proposals/${id}`);
      if (String(at(heard.json, "proposal.bid.unit")).toUpperCase() === "FIXED_PRICE") return id;
    }
    throw new Error("every bid names a rate");
  }

  /** Milestones as they truly are, those that the API hides included. */
  async milestones(status: string): Promise<Milestone[]> {
    const truth = await this.truth();
    return listAt(truth, "contracts").flatMap((contract) =>
      listAt(contract, "milestones")
        .map((one) => ({
          id: textAt(one, "id"),
          status: textAt(one, "status"),
          contractId: textAt(contract, "id"),
        }))
        .filter((one) => one.status === status),
    );
  }
  async milestone(status: string): Promise<Milestone> {
    const [first] = await this.milestones(status);
    if (!first) throw new Error(`no milestone is ${status}`);
    return first;
  }

  async createMilestone(contractId: string, amountUsd = 250): Promise<string> {
    const made = await this.post(`/contracts/${contractId}/milestones`, { description: "More", amountUsd });
    return textAt(made.json, "milestone.id");
  }
  /** A contract of its own, by a hire that was confirmed. */
  async contract(how: object = {}, proposal?: string): Promise<string> {
    const asked = await this.hire(proposal ?? (await this.proposal()));
    const id = textAt(asked.json, "approval.id");
    await this.confirm(id, how);
    return textAt((await this.get(`/approvals/${id}`)).json, "approval.result.contractId");
  }
  contractId(): string {
    const [id] = this.made.ids.contracts;
    if (id === undefined) throw new Error("the account has no contract");
    return id;
  }

  async events(type?: string): Promise<unknown[]> {
    const heard = await this.get("/updates?limit=200");
    return listAt(heard.json, "events").filter((event) => type === undefined || at(event, "type") === type);
  }
  async credits(): Promise<{ available: number; reserved: number }> {
    const { json } = await this.get("/credits");
    return {
      available: numberAt(json, "credits.availableCents"),
      reserved: numberAt(json, "credits.reservedCents"),
    };
  }
}
