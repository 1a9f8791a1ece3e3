import { phaseOf } from "./phase";
import type { ApprovalRecord, ApprovalType, Money, Phase } from "./records";
import { isApprovalType, settledAt } from "./standing";
import { askedTerms } from "./terms";

export type Kind = "hire" | "fund" | "release" | "end" | "unknown";

const KINDS: Record<ApprovalType, Kind> = {
  proposal_hire: "hire",
  milestone_fund: "fund",
  milestone_approve: "release",
  contract_end: "end",
};

export function kindOf(type: string | null): Kind {
  return isApprovalType(type) ? KINDS[type] : "unknown";
}

/** `unreadable`: whether it is still open is not known. */
export type Open = "open" | "past_due" | "unreadable";
export type SentenceKey =
  | `confirm.${Kind}`
  | `decline.${Kind}`
  | "nobody"
  | `confirmed.${Kind}`
  | "declined"
  | "lapsed"
  | "superseded";

export type SentenceValues = {
  open: Open;
  who: string | null;
  what: string | null;
  contract: string | null;
  money: Money;
  deadline: Date | null;
  leftMs: number | null;
  settledAt: Date | null;
  replacedButConfirmed: boolean;
};
export type Sentence = { key: SentenceKey; values: SentenceValues };

/** While it is open: what each choice does. Once it is settled: what came of it. */
export type Consequences =
  | { confirm: Sentence; decline: Sentence; nobody: Sentence; outcome: null }
  | { confirm: null; decline: null; nobody: null; outcome: Sentence };

export type ConsequenceFacts = Pick<
  ApprovalRecord,
  | "type"
  | "money"
  | "counterparty"
  | "contractTitle"
  | "milestoneName"
  | "recordedTerms"
  | "toldTerms"
  | "confirmedTerms"
  | "expiresAt"
  | "resolvedAt"
  | "replacedButConfirmed"
> & { phase: Phase };

export function consequencesOf(record: ApprovalRecord, now: Date): Consequences {
  return consequencesIn({ ...record, phase: phaseOf(record, now) }, now);
}

/** The same where the phase is already known, as in our JSON. */
export function consequencesIn(facts: ConsequenceFacts, now: Date): Consequences {
  const kind = kindOf(facts.type);
  const values = valuesOf(facts, now);
  switch (facts.phase) {
    case "confirmed":
      return outcome({ key: `confirmed.${kind}`, values });
    case "declined":
    case "lapsed":
    case "superseded":
      return outcome({ key: facts.phase, values });
    default:
      return {
        confirm: { key: `confirm.${kind}`, values },
        decline: { key: `decline.${kind}`, values },
        nobody: { key: "nobody", values },
        outcome: null,
      };
  }
}

function outcome(sentence: Sentence): Consequences {
  return { confirm: null, decline: null, nobody: null, outcome: sentence };
}

function valuesOf(facts: ConsequenceFacts, now: Date): SentenceValues {
  const open = facts.phase === "past_due" || facts.phase === "unreadable" ? facts.phase : "open";
  return {
    open,
    who: facts.counterparty,
    what: facts.confirmedTerms?.name ?? facts.milestoneName ?? askedTerms(facts)?.name ?? null,
    contract: facts.contractTitle,
    money: facts.money,
    deadline: facts.expiresAt,
    leftMs: facts.expiresAt === null ? null : Math.max(0, facts.expiresAt.getTime() - now.getTime()),
    settledAt: settledAt(facts),
    replacedButConfirmed: facts.replacedButConfirmed,
  };
}
