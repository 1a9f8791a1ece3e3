import type { z } from "zod";
import type { UpstreamApproval } from "@/lib/domain/records";
import { CREATED_STATUSES, JOBS_PAGE, LEDGER_PAGE, PROPOSALS_PAGE, UPDATES_PAGE } from "./guesses";
import {
  mapApproval,
  mapContract,
  mapJobs,
  mapProposal,
  mapProposals,
  mapUpdates,
  type Updates,
  type UpstreamContract,
  type UpstreamJob,
  type UpstreamProposal,
} from "./map";
import {
  type Capabilities,
  type CreatedWebhook,
  type Me,
  mapCapabilities,
  mapCreatedWebhook,
  mapMe,
  mapTokens,
  mapWebhook,
  mapWebhooks,
  type UpstreamToken,
  type UpstreamWebhook,
} from "./map-account";
import {
  type LedgerPage,
  mapCredits,
  mapLedger,
  mapPayments,
  mapTopUp,
  type PendingPayment,
  type TopUp,
  type UpstreamCredits,
} from "./map-money";
import type { Call } from "./routes";
import * as answers from "./schemas";
import { type Answer, type ClientOptions, Transport, type WriteAnswer } from "./transport";

export type { Answer, ClientOptions, WriteAnswer } from "./transport";

type Page = { cursor?: string | null; limit?: number };

/**
 * OpenTrain's reads, each translated or a failure of the closed set; and of its writes the two that subscribe.
 * Nothing here can move money: there is no such method, and no such call leaves the transport.
 */
export class OpenTrainClient {
  readonly #transport: Transport;

  constructor(options: ClientOptions) {
    this.#transport = new Transport(options);
  }

  get origin(): string {
    return this.#transport.origin;
  }

  getApproval(id: string): Promise<Answer<UpstreamApproval>> {
    return this.#read({ route: "GET approvals/*", id }, answers.approvalAnswer, ({ approval }) =>
      approval.id === id ? mapApproval(approval) : null,
    );
  }

  listContracts(
    query: { status?: "active" | "ended"; jobId?: string } = {},
  ): Promise<Answer<{ contracts: UpstreamContract[]; setAside: number }>> {
    return this.#read({ route: "GET contracts", query }, answers.contractsAnswer, ({ contracts }) => ({
      contracts: contracts.items.map(mapContract),
      setAside: contracts.setAside,
    }));
  }

  /** With its budget, which the list has not. */
  getContract(id: string): Promise<Answer<UpstreamContract>> {
    return this.#read({ route: "GET contracts/*", id }, answers.contractAnswer, ({ contract }) =>
      contract.id === id ? mapContract(contract) : null,
    );
  }

  getCredits(): Promise<Answer<UpstreamCredits>> {
    return this.#read({ route: "GET credits" }, answers.creditsAnswer, mapCredits);
  }

  /** Newest first. */
  listLedger(page: Page = {}): Promise<Answer<LedgerPage>> {
    const query = { limit: LEDGER_PAGE, ...page };
    return this.#read({ route: "GET credits/ledger", query }, answers.ledgerAnswer, mapLedger);
  }

  getTopUp(id: string): Promise<Answer<TopUp>> {
    return this.#read({ route: "GET credits/top-ups/*", id }, answers.topUpAnswer, (answer) =>
      answer.topUp.id === id ? mapTopUp(answer) : null,
    );
  }

  /** Incomplete invoices; not a list of approvals. */
  listPendingPayments(): Promise<Answer<{ payments: PendingPayment[]; setAside: number }>> {
    return this.#read({ route: "GET payments/pending" }, answers.paymentsAnswer, mapPayments);
  }

  getProposal(id: string): Promise<Answer<UpstreamProposal>> {
    return this.#read({ route: "GET proposals/*", id }, answers.proposalAnswer, ({ proposal }) =>
      proposal.id === id ? mapProposal(proposal) : null,
    );
  }

  /** One job's, newest first. */
  listProposals(
    jobId: string,
    page: Page & { status?: string } = {},
  ): Promise<Answer<{ proposals: UpstreamProposal[]; nextCursor: string | null; setAside: number }>> {
    const query = { limit: PROPOSALS_PAGE, ...page };
    const call = { route: "GET jobs/*/proposals", id: jobId, query } as const;
    return this.#read(call, answers.proposalsAnswer, mapProposals);
  }

  listJobs(
    page: Page = {},
  ): Promise<Answer<{ jobs: UpstreamJob[]; nextCursor: string | null; setAside: number }>> {
    const query = { limit: JOBS_PAGE, ...page };
    return this.#read({ route: "GET jobs/mine", query }, answers.jobsAnswer, mapJobs);
  }

  /** Events after the cursor, oldest first; without one from the beginning. */
  getUpdates(page: Page = {}): Promise<Answer<Updates>> {
    const query = { limit: UPDATES_PAGE, ...page };
    return this.#read({ route: "GET updates", query }, answers.updatesAnswer, (answer) =>
      goesBack(page.cursor ?? null, answer.nextCursor) ? null : mapUpdates(answer),
    );
  }

  getMe(): Promise<Answer<Me>> {
    return this.#read({ route: "GET auth/me" }, answers.meAnswer, mapMe);
  }

  /** The organization's own name, which auth/me does not tell. */
  getOrganizationName(): Promise<Answer<string>> {
    return this.#read(
      { route: "GET team" },
      answers.teamAnswer,
      ({ team }) => team.organization?.name ?? null,
    );
  }

  /** Active, expired and revoked ones of the account. */
  listTokens(): Promise<Answer<{ tokens: UpstreamToken[]; setAside: number }>> {
    return this.#read({ route: "GET tokens" }, answers.tokensAnswer, mapTokens);
  }

  getCapabilities(): Promise<Answer<Capabilities>> {
    const call = { route: "GET job-drafts/capabilities" } as const;
    return this.#read(call, answers.capabilitiesAnswer, mapCapabilities);
  }

  listWebhooks(): Promise<Answer<{ webhooks: UpstreamWebhook[]; setAside: number }>> {
    return this.#read({ route: "GET webhooks" }, answers.webhooksAnswer, mapWebhooks);
  }

  getWebhook(id: string): Promise<Answer<UpstreamWebhook>> {
    return this.#read({ route: "GET webhooks/*", id }, answers.webhookAnswer, ({ webhook }) =>
      webhook.id === id ? mapWebhook(webhook) : null,
    );
  }

  /**
   * The secret comes this once. Never asked twice by itself: when it may have been made although its answer
   * was lost, the list of webhooks tells.
   */
  createWebhook(body: { url: string; eventTypes: string[] }): Promise<WriteAnswer<CreatedWebhook>> {
    const read = reader(answers.webhookCreatedAnswer, (answer) =>
      answer.webhook.url === null || answer.webhook.url === body.url ? mapCreatedWebhook(answer) : null,
    );
    return this.#transport.write({ route: "POST webhooks", body }, (json, status) =>
      CREATED_STATUSES.includes(status) ? read(json) : null,
    );
  }

  /** Gone afterwards; `not_found` says that it was gone before, or went with a try whose answer was lost. */
  deleteWebhook(id: string): Promise<WriteAnswer<UpstreamWebhook>> {
    const read = reader(answers.webhookAnswer, ({ webhook }) =>
      webhook.id === id ? mapWebhook(webhook) : null,
    );
    return this.#transport.write({ route: "DELETE webhooks/*", id }, (json, status) =>
      status === 200 ? read(json) : null,
    );
  }

  /** A part of an answer, or one that something on the way rewrote, has another status and is none. */
  #read<S extends z.ZodType, T>(
    call: Call,
    schema: S,
    map: (answer: z.output<S>) => T | null,
  ): Promise<Answer<T>> {
    const read = reader(schema, map);
    return this.#transport.read(call, (json, status) => (status === 200 ? read(json) : null));
  }
}

function reader<S extends z.ZodType, T>(schema: S, map: (answer: z.output<S>) => T | null) {
  return (json: unknown): T | null => {
    const parsed = schema.safeParse(json);
    return parsed.success ? map(parsed.data) : null;
  };
}

/** A feed that goes back would be followed in a circle. */
function goesBack(from: string | null, to: string | null): boolean {
  return from !== null && to !== null && /^\d+$/.test(from) && BigInt(to) < BigInt(from);
}
