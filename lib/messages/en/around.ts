import type { Around, ReadProblemCode } from "@/lib/domain/records";

const names: Record<Around["what"], string> = {
  contract: "The contract",
  milestone: "The milestone",
  budget: "The contract’s budget",
  proposal: "The proposal",
  job: "The job’s title",
  credits: "The credits",
};

const scopes: Record<Around["what"], string> = {
  contract: "payments:read",
  milestone: "payments:read",
  budget: "payments:read",
  proposal: "proposals:read",
  job: "jobs:read",
  credits: "payments:read",
};

const whys: Record<ReadProblemCode, (what: Around["what"]) => string> = {
  not_visible: () => "OpenTrain says it does not exist, or hides it from the tokens here",
  scope: (what) => `no token here may read it; one needs ${scopes[what]}`,
  garbled: () => "OpenTrain’s answer could not be understood",
  unknown_status: () => "OpenTrain’s answer could not be understood",
  unreachable: () => "OpenTrain could not be asked at the last try",
};

/** What lies around a request, and why a part of it is not known. */
export const around = {
  unknown: (what: Around["what"], code: ReadProblemCode) => `${names[what]} is unknown: ${whys[code](what)}.`,
};

export const traceMissing = {
  title: "Confirmed, and nothing shows it",
  text: "OpenTrain says this was confirmed, but neither its contract nor the ledger shows it. Look at it on OpenTrain before you rely on it; we keep looking.",
};
