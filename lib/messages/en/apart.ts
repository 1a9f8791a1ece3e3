import { grouped } from "./grouped";
import { plural } from "./plural";

/** What is no request that waits: refused, without an answer, or only told. Never in a sum. */
export const apart = {
  index: "Apart from the list",
  links: {
    blocked: (count: number) => `${grouped(count)} could not be asked`,
    unanswered: (count: number) => `${grouped(count)} without an answer`,
    claims: (count: number) => `${grouped(count)} not proven`,
  },
  hints: (count: number) => `${grouped(count)} may wait unseen`,
  nothing: {
    blocked: "nothing was refused",
    unanswered: "no answer is missing",
    claims: "nothing is left unproven",
    all: "Apart from the list: {list}.",
  },
  failed: "This part could not be loaded. It is tried again by itself; nothing is known to have changed.",
  notFetched: "This part could not be loaded.",
  again: "Load the page again",
  older: "This part could not be refreshed. It shows what was known {ago}.",

  wanted: {
    hire: "Hire {what}",
    fund: "Fund {what}",
    release: "Release {what}",
    end: "End {what}",
    other: "{action} {what}",
  },
  nameless: {
    hire: "somebody who proposed",
    fund: "a milestone",
    release: "the payment of a milestone",
    end: "a contract",
    other: "something",
  },
  due: "due {day}",
  times: (count: number) => plural(count, "tried once", `tried ${grouped(count)} times`),
  triedBy: "{agent}, {times}, {ago}",
  tried: "{times}, {ago}",
  askedBy: "{agent}, {ago}",
  amountUnknown: "amount unknown",
  notReadYet: "What it is about has not been read from OpenTrain yet.",
  amountUnreadable: "unknown: OpenTrain said {said}",
  ofSame: "{what}, {number} of {count}",
  anAgent: "An agent",
  itsWords: "Its own words:",

  dismiss: "Dismiss",
  dismissWhat: "Dismiss: {what}",
  dismissed: "Dismissed: {what}",
  undo: "Undo",
  undoWhat: "Undo: {what}",
  notDismissed: "It was not dismissed: {why}",
  notRestored: "It could not be brought back: {why}",

  blocked: {
    title: "Wanted, and could not be asked",
    text: "OpenTrain refused these before there was anything to decide. Nothing waits and nothing was charged. Each goes away once the same thing goes through, or after 7 days.",
    because: "Because",
    next: "What to do",
    reasons: {
      payment_method_required: {
        why: "no payment method is on file, and the credit does not cover it.",
        next: "Add a payment method or credit on OpenTrain, then have the agent ask again.",
        link: "Open billing on OpenTrain",
      },
      not_fit_confirmation_required: {
        why: "this person was marked as not a fit.",
        next: "If you want them all the same, have the agent ask again and say so. If not, dismiss this.",
        link: null,
      },
      account_claim_required: {
        why: "no person has claimed the OpenTrain account yet.",
        next: "Claim the account on OpenTrain. Until then no agent can ask for anything that binds you.",
        link: "Claim the account on OpenTrain",
      },
      scope_missing: {
        why: "the agent’s token may not do this.",
        next: "If the agent should be able to ask for it, give it a token with payments:write.",
        link: null,
      },
      feature_off: {
        why: "OpenTrain has not switched this on for the account.",
        next: "Ask OpenTrain to switch it on. The agent can do nothing about it.",
        link: null,
      },
      other: {
        why: "OpenTrain refused it without a reason that is known here.",
        next: "The agent has OpenTrain’s answer. Ask it what was said.",
        link: null,
      },
    } satisfies Record<string, { why: string; next: string; link: string | null }>,
    unknownReason: "OpenTrain refused it with a word that is not known here: “{reason}”.",
    anyLink: "See it on OpenTrain",
    linkAside: "OpenTrain gave a link that does not lead to your account. It is set aside.",
  },

  unanswered: {
    title: "Asked, answer not seen",
    text: "These went out to OpenTrain through this inbox, and its answer was not seen. Whether one of them waits for a decision is not known.",
    /** Where every answer was found out since, or is not awaited any more. */
    none: {
      title: "No answer is missing now",
      text: "OpenTrain’s answer to these was not seen when they were asked. What became of each is said below.",
    },
    over: {
      answered: (count: number) =>
        plural(count, "one was answered since", `${grouped(count)} were answered since`),
      faded: (count: number) =>
        plural(
          count,
          "of one nothing was heard for 7 days",
          `of ${grouped(count)} nothing was heard for 7 days`,
        ),
    },
    see: "See the request",
    states: {
      unknown:
        "It settles by itself when the agent tries again, or when OpenTrain tells how it ended. To know now, look at your approvals on OpenTrain, or have the agent ask for the same thing again: a request that waits is not made twice.",
      answered: "OpenTrain’s answer is known by now: the request is listed.",
      over: "OpenTrain’s answer is known by now: nothing of it waits for a decision.",
      faded: "Nothing was heard of it for 7 days. If it was made, it has lapsed by now or was decided.",
    },
  },

  claims: {
    connection: "See the tokens",
    title: "Told to us, not confirmed by OpenTrain",
    text: "An agent or a person told us of these, and our own read of OpenTrain has not proven them yet.",
    ways: { capture: "told with “{label}”", captureNobody: "told by an agent", paste: "pasted" },
    nextTry: "Will be tried again {when}.",
  },
};
