import { type Kind, kindOf } from "@/lib/domain/consequences";
import type { OpenWarning, WhyNotOpen } from "@/lib/domain/next-actions";
import type { TimeGroup } from "@/lib/domain/phase";
import type { CaptureWay, ClaimWhy, Phase, ReadProblemCode, Source, Terms } from "@/lib/domain/records";

const KIND_NAMES: Record<Kind, string> = {
  hire: "Hire",
  fund: "Fund milestone",
  release: "Release payment",
  end: "End contract",
  unknown: "Unknown request",
};

/** The words around one approval. */
export const approvals = {
  phases: {
    waiting: "Waiting",
    closing_soon: "Closing soon",
    last_hour: "Last hour",
    past_due: "Past due",
    confirmed: "Confirmed",
    declined: "Declined",
    lapsed: "Lapsed",
    superseded: "Replaced",
    unreadable: "Unreadable",
  } satisfies Record<Phase, string>,

  phaseNotes: {
    waiting: "Waits for a decision on OpenTrain.",
    closing_soon: "Lapses in less than 6 hours.",
    last_hour: "Lapses in less than an hour.",
    past_due: "Its time is up. OpenTrain has not said so yet; it is being checked.",
    confirmed: "Confirmed on OpenTrain.",
    declined: "Declined on OpenTrain.",
    lapsed: "Nobody decided in time.",
    superseded: "A newer request replaced it.",
    unreadable: "OpenTrain’s answer has no status or deadline that can be read.",
  } satisfies Record<Phase, string>,

  timeGroups: {
    past_due: "Past due",
    last_hour: "Last hour",
    under_6_hours: "Under 6 hours",
    under_24_hours: "Under 24 hours",
    later: "Later",
    no_deadline: "Deadline unknown",
  } satisfies Record<TimeGroup, string>,

  types: {
    names: KIND_NAMES,
    short: {
      hire: "Hire",
      fund: "Fund",
      release: "Release",
      end: "End",
      unknown: "Unknown",
    } satisfies Record<Kind, string>,
    name: (type: string | null) => KIND_NAMES[kindOf(type)],
  },

  sources: {
    opentrain: "OpenTrain",
    recorded: "recorded",
    agent: "told by agent",
    estimate: "estimate",
  } satisfies Record<Source, string>,

  sourceNotes: {
    opentrain: "Read from OpenTrain.",
    recorded: "In the request that OpenTrain accepted.",
    agent: "Told by the agent; not checked by OpenTrain.",
    estimate: "Our arithmetic; OpenTrain shows its own figure when you confirm.",
  } satisfies Record<Source, string>,

  ways: {
    recorder: "through the recorder",
    capture: "handed over by the agent",
    paste: "pasted here",
    backfill: "found in OpenTrain’s history",
    feed: "found in OpenTrain’s feed",
  } satisfies Record<CaptureWay, string>,

  terms: {
    name: "Milestone",
    description: "Description",
    amountCents: "Amount",
    dueDate: "Due",
  } satisfies Record<keyof Terms, string>,
  termNotGiven: "not given",

  readProblems: {
    not_visible:
      "OpenTrain does not show this request to any connected token. Only the account’s owner and the token that asked can see it.",
    scope: "No connected token may read approvals. One needs payments:read.",
    garbled: "OpenTrain’s answer could not be understood. What was read before is kept.",
    unknown_status: "OpenTrain gives it a status this version does not know. What was read before is kept.",
    unreachable: "OpenTrain could not be asked about it at the last try. What was read before is kept.",
  } satisfies Record<ReadProblemCode, string>,

  claimWhys: {
    checking: "It is being checked with OpenTrain.",
    not_visible: "OpenTrain does not show it to any connected token.",
    scope: "No connected token may read approvals.",
    refused: "OpenTrain refused the connected tokens.",
    unreachable: "OpenTrain could not be asked about it at the last try.",
    garbled: "OpenTrain’s answer could not be understood.",
    not_connected: "No OpenTrain account is connected.",
  } satisfies Record<ClaimWhy, string>,

  claimRemedies: {
    checking: "Nothing to do: it is listed as soon as our own read proves it.",
    not_visible:
      "Add the token of the account’s owner, or of the agent that asked; and check the link. A request of another account never shows here.",
    scope: "Connect a token that has payments:read.",
    refused: "Connect a new token: those here were revoked or have expired.",
    unreachable: "Nothing to do: it is tried again by itself.",
    garbled: "It is tried again by itself. If it stays, open the request on OpenTrain.",
    not_connected: "Connect your OpenTrain account.",
  } satisfies Record<ClaimWhy, string>,

  whyNotOpen: {
    settled: "This request is settled; there is nothing left to decide.",
    closed: "OpenTrain has closed this one; there is nothing left to decide.",
    link_missing: "OpenTrain gave no link for this request. Open it from your OpenTrain account.",
    link_quarantined: "The link does not lead where it should, so it cannot be opened from here.",
    only_owner: "Only the owner of the OpenTrain account can confirm or decline.",
  } satisfies Record<WhyNotOpen, string>,

  openWarnings: {
    past_due: "Its time is up. OpenTrain may no longer take an answer.",
    superseded:
      "A newer request replaced it. Decide on that one; what OpenTrain does if this one is confirmed is not documented.",
    unreadable: "It could not be read whole. OpenTrain’s page shows what it is.",
  } satisfies Record<OpenWarning, string>,

  openButton: "Review in OpenTrain",
  openNote: (host: string) => `Opens ${host}. You confirm or decline there, never here.`,
  askedAgain: (times: string) => `asked again, ${times} time`,
  agentWords: "The agent’s own words, not checked by OpenTrain.",
  figureDiffers: (figure: string) => `differs from ${figure}`,
  figureUnknown: "equals no figure known here",
  handedIn: "The freelancer may have handed in the work: OpenTrain marks it for review.",
};
