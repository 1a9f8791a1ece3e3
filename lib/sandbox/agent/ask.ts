import type { Ask } from "./step";
import { list, type Talk } from "./talk";

export type Asked =
  | { outcome: "approval"; approval: { id: string }; request: unknown; isKept: boolean }
  | { outcome: "done" }
  | { outcome: "impossible" }
  | { outcome: "later" };

/** Finds what the step is about by reading, then asks, saying why. */
export async function ask(plain: Talk, wish: Ask, reason: string): Promise<Asked> {
  const talk: Talk = (call) => plain({ ...call, reason });
  switch (wish.kind) {
    case "hire":
      return askHire(talk, wish);
    case "create":
      return createOnce(talk, wish);
    case "fund":
    case "release": {
      const found = await findMilestone(talk, wish.contract, wish.milestone);
      const verb = wish.kind === "fund" ? "fund" : "approve";
      return found ? post(talk, `/milestones/${found.id}/${verb}`) : { outcome: "impossible" };
    }
    case "end": {
      const contract = await findContract(talk, wish.contract);
      return contract ? post(talk, `/contracts/${contract.id}/end`) : { outcome: "impossible" };
    }
  }
}

async function askHire(talk: Talk, wish: Extract<Ask, { kind: "hire" }>): Promise<Asked> {
  const jobs = await list(talk, "/jobs/mine", "jobs");
  const job = jobs.find((one) => one.title === wish.job);
  if (!job) return { outcome: "impossible" };
  const proposals = await list(talk, `/jobs/${job.id}/proposals`, "proposals");
  const proposal = proposals.find(
    (one) => (one.candidate as { firstName?: string }).firstName === wish.candidate,
  );
  if (!proposal) return { outcome: "impossible" };
  return post(talk, `/proposals/${proposal.id}/hire`, { milestone: wish.milestone });
}

/** Creating is not idempotent, so after a crash the agent looks whether it had already done it. */
async function createOnce(talk: Talk, wish: Extract<Ask, { kind: "create" }>): Promise<Asked> {
  const contract = await findContract(talk, wish.contract);
  if (!contract) return { outcome: "impossible" };
  if (milestonesOf(contract).some((one) => one.name === wish.name)) return { outcome: "done" };
  const { name, description, amountUsd } = wish;
  return post(talk, `/contracts/${contract.id}/milestones`, { name, description, amountUsd });
}

async function findContract(talk: Talk, title: string) {
  const contracts = await list(talk, "/contracts?status=active", "contracts");
  return contracts.find((one) => one.title === title);
}

async function findMilestone(talk: Talk, title: string, name: string) {
  const contract = await findContract(talk, title);
  return contract && milestonesOf(contract).find((one) => one.name === name);
}

function milestonesOf(contract: { [key: string]: unknown }): { id: string; name: string }[] {
  return contract.milestones as { id: string; name: string }[];
}

async function post(talk: Talk, path: string, request?: unknown): Promise<Asked> {
  const { status, body, isKept } = await talk({ method: "POST", path, body: request });
  if (status === 429 || status >= 500) return { outcome: "later" };
  if (status >= 400) return { outcome: "impossible" };
  const approval = body.approval as { id: string } | undefined;
  return approval ? { outcome: "approval", approval, request, isKept } : { outcome: "done" };
}
