import { type Kind, kindOf } from "@/lib/domain/consequences";
import type { ApprovalRecord } from "@/lib/domain/records";
import { askedTerms } from "@/lib/domain/terms";
import { visibleString } from "@/lib/domain/visible-text";

type Values = { who: string | null; what: string | null; contract: string | null };
type TitleFacts = Pick<
  ApprovalRecord,
  | "type"
  | "counterparty"
  | "contractTitle"
  | "milestoneName"
  | "jobTitle"
  | "recordedTerms"
  | "toldTerms"
  | "confirmedTerms"
>;

const quoted = (text: string) => `“${text}”`;

const titles: Record<Kind, (values: Values) => string> = {
  hire: ({ who, what }) => `Hire ${who ?? "a freelancer"}${what === null ? "" : ` for ${quoted(what)}`}`,
  fund: ({ who, what }) =>
    `Fund ${what === null ? "a milestone" : quoted(what)}${who === null ? "" : ` for ${who}`}`,
  release: ({ who, what }) =>
    `Release payment${what === null ? "" : ` for ${quoted(what)}`}${who === null ? "" : ` to ${who}`}`,
  end: ({ who, contract }) =>
    `End contract${contract === null ? "" : ` ${quoted(contract)}`}${who === null ? "" : ` with ${who}`}`,
  unknown: ({ what, who }) =>
    `Unknown request${what === null ? "" : ` about ${quoted(what)}`}${who === null ? "" : ` (${who})`}`,
};

/** One request in one line, with as much as is known: "Hire Noor B. for “Batch 1”". */
export function title(facts: TitleFacts): string {
  const kind = kindOf(facts.type);
  const milestone = facts.confirmedTerms?.name ?? facts.milestoneName ?? askedTerms(facts)?.name ?? null;
  return titles[kind]({
    who: shown(facts.counterparty),
    what: shown(milestone ?? (kind === "fund" || kind === "release" ? null : facts.jobTitle)),
    contract: shown(facts.contractTitle ?? facts.jobTitle),
  });
}

function shown(name: string | null): string | null {
  return name === null || name.trim() === "" ? null : visibleString(name, 80);
}
