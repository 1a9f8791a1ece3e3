import type { Around, ReadProblemCode } from "@/lib/domain/records";

/** The ledger lies around contracts as well; a request's own answer names it beside what else is unknown. */
type What = Around["what"] | "ledger";

const names: Record<What, string> = {
  contract: "The contract",
  milestone: "The milestone",
  budget: "The contract’s budget",
  proposal: "The proposal",
  job: "The job’s title",
  credits: "The credits",
  ledger: "The ledger",
};

const scopes: Record<What, string> = {
  contract: "payments:read",
  milestone: "payments:read",
  budget: "payments:read",
  proposal: "proposals:read",
  job: "jobs:read",
  credits: "payments:read",
  ledger: "payments:read",
};

const whys: Record<ReadProblemCode, (what: What) => string> = {
  not_visible: () => "OpenTrain says it does not exist, or hides it from the tokens here",
  scope: (what) => `no token here may read it; one needs ${scopes[what]}`,
  garbled: () => "OpenTrain’s answer could not be understood",
  unknown_status: () => "OpenTrain’s answer could not be understood",
  unreachable: () => "OpenTrain could not be asked at the last try",
};

/** What lies around a request, and why a part of it is not known. */
export const around = {
  unknown: (what: What, code: ReadProblemCode) => `${names[what]} is unknown: ${whys[code](what)}.`,
};

export const traceMissing = {
  title: "Confirmed, and nothing shows it",
  text: "OpenTrain says this was confirmed, but neither its contract nor the ledger shows it. Look at it on OpenTrain before you rely on it; we keep looking.",
};
