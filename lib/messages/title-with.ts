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

type Titles = Record<Kind, (values: Values) => string>;

/** One request in one line, with as much as is known: "Hire Noor B. for “Batch 1”". */
export function titleWith(titles: Titles): (facts: TitleFacts) => string {
  return (facts) => {
    const kind = kindOf(facts.type);
    const milestone = facts.confirmedTerms?.name ?? facts.milestoneName ?? askedTerms(facts)?.name ?? null;
    return titles[kind]({
      who: shown(facts.counterparty),
      what: shown(milestone ?? (kind === "fund" || kind === "release" ? null : facts.jobTitle)),
      contract: shown(facts.contractTitle ?? facts.jobTitle),
    });
  };
}

function shown(name: string | null): string | null {
  return name === null || name.trim() === "" ? null : visibleString(name, 80);
}
