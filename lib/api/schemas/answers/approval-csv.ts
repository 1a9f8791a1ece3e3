import { approvalJson } from "@/lib/api/schemas/answers/approval";
import { csvLine } from "@/lib/api/schemas/answers/csv-line";
import type { Approval, Money } from "@/lib/api/types";
import { dollarsFromCents } from "@/lib/domain/cents";
import { instantInZone } from "@/lib/domain/instant-in-zone";
import type { ApprovalRecord } from "@/lib/domain/records";
import { spreadsheetText } from "@/lib/domain/spreadsheet-text";
import type { Messages } from "@/lib/messages";

type Facts = { approval: Approval; settledAt: Date | null; instant: (date: Date) => string };

/** The columns in their order; each says what stands in it. Empty is unknown. */
const columns: Record<string, (facts: Facts) => string | null> = {
  id: ({ approval }) => approval.id,
  type: ({ approval }) => approval.type,
  outcome: ({ approval }) => approval.phase,
  title: ({ approval }) => approval.title,
  counterparty: ({ approval }) => approval.counterparty,
  contract_id: ({ approval }) => approval.contractId,
  contract: ({ approval }) => approval.contractTitle,
  job: ({ approval }) => approval.jobTitle,
  amount: ({ approval }) => dollars(approval.money.amountCents),
  fees: ({ approval }) => dollars(feesOf(approval.money)),
  total: ({ approval }) => dollars(approval.money.totalCents),
  // Of what is at least so much, the upper end is not known.
  total_max: ({ approval: { money } }) => (money.atLeast ? null : dollars(money.maxTotalCents)),
  currency: ({ approval }) => approval.money.currency,
  kind: ({ approval }) => approval.money.kind,
  created_at: ({ approval, instant }) => at(approval.createdAt, instant),
  expires_at: ({ approval, instant }) => at(approval.expiresAt, instant),
  settled_at: ({ settledAt, instant }) => settledAt && instant(settledAt),
  link: ({ approval }) => approval.approvalUrl,
  agent: ({ approval }) => approval.agent?.name ?? null,
  source: ({ approval }) => approval.money.sources.amount,
};

/** The mark by which a spreadsheet knows UTF-8, and the names of the columns. */
export const csvHead = `\ufeff${csvLine(Object.keys(columns))}`;

/** Makes a line of an approval as the same person's list would show it at `now`. */
export function approvalCsv(view: {
  now: Date;
  timeZone: string;
  words: Messages;
}): (row: { record: ApprovalRecord; settledAt: Date | null }) => string {
  const instant = instantInZone(view.timeZone);
  return ({ record, settledAt }) => {
    const facts = { approval: approvalJson(record, view.now, view.words), settledAt, instant };
    return csvLine(Object.values(columns).map((cell) => spreadsheetText(cell(facts) ?? "")));
  };
}

function dollars(cents: number | null): string | null {
  return cents === null ? null : dollarsFromCents(cents);
}

function feesOf({ feeCents, initiationCents }: Money): number | null {
  return feeCents === null ? null : feeCents + (initiationCents ?? 0);
}

function at(text: string | null, instant: (date: Date) => string): string | null {
  return text === null ? null : instant(new Date(text));
}
