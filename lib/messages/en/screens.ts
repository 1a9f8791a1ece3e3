import { apart } from "./apart";
import { traceMissing } from "./around";
import { checks } from "./checks";
import { closing } from "./closing";
import { connectionNotices } from "./connection-notices";
import { contractPage } from "./contract-page";
import { coverageLine } from "./coverage-line";
import { errorPage } from "./error-page";
import { filters } from "./filters";
import { grouped } from "./grouped";
import { historyPage } from "./history-page";
import { inboxList } from "./inbox-list";
import { keyboard } from "./keyboard";
import { lineage } from "./lineage";
import { live } from "./live";
import { ordinal } from "./ordinal";
import { palette } from "./palette";
import { password } from "./password";
import { plural } from "./plural";
import { print } from "./print";
import { toast } from "./toast";
import { trouble } from "./trouble";
import { work } from "./work";

/** Words of the screens every reader has. `{name}` is filled by the screen, often with someone else's words, marked as such. */

export const screens = {
  app: {
    name: "Countersign",
    title: (page: string, count: number | null) =>
      count ? `(${grouped(count)}) ${page} · Countersign` : `${page} · Countersign`,
    description: "Every request your agents make, understood and answered in time.",
    skip: "Skip to the content",
    loading: "Loading",
    copyFailed: "Not copied: select the text and copy it by hand",
    sessionOver: "This session is over.",
    noScript: "Live updates are off: this page shows what was true when it was loaded.",
  },

  nav: {
    label: "Main",
    inbox: "Inbox",
    history: "History",
    contracts: "Contracts",
    settings: "Settings",
    waiting: (count: number) => `${grouped(count)} waiting`,
    signOut: "Sign out",
    account: "Account",
    signedInAs: "Signed in as {name}",
    roles: { owner: "you are the owner", finance: "you are finance", viewer: "you are a viewer" },
  },

  sandbox: {
    name: "Sandbox.",
    text: "A simulated account: nothing here is real money.",
    connect: "Connect your account",
    firstSteps: "First steps",
  },

  export: "Export CSV",

  filters,

  print,

  folded: { all: "Show all of it", less: "Show less" },

  live,

  keyboard,
  palette,
  toast,

  /** The row says who and what in as few words as it can. */
  rows: {
    hire: "Hire {who}",
    hireNobody: "Hire someone",
    fund: "Fund {what}",
    fundNothing: "Fund a milestone",
    release: "Release to {who}",
    releaseNobody: "Release a payment",
    end: "End contract",
    unknown: "A request of a kind we do not know",
    askedBy: "asked by {agent}, {ago}",
    asked: "asked {ago}",
    askedAgain: (time: number) => `asked again, ${ordinal(time)} time`,
    idEnd: "id …{end}",
    idEndWhy: "Another person in this list has the same name; the id of this one ends in {end}.",
    escrow: "escrow to decide",
    feeShown: "fee shown by OpenTrain",
    quarantined: "link set aside",
    unread: "not read now",
  },

  time: {
    left: "{left} left",
    pastDue: "past its time",
    checking: "Past its time, checking with OpenTrain",
    noDeadline: "deadline unknown",
    lapses: "lapses {when}",
    ran: "its time ran out {when}",
    ring: { pastDue: "!", unknown: "?", hours: "h", minutes: "m", days: "d" },
    announce: {
      six: "{what}: less than 6 hours left.",
      one: "{what}: less than one hour left.",
      ten: "{what}: less than 10 minutes left.",
      over: "{what}: its time is up. Checking with OpenTrain.",
    },
    groupNotes: {
      past_due: "OpenTrain has not said yet whether they lapsed",
      no_deadline: "never read, so they may be anything",
    },
    today: "Today",
    yesterday: "Yesterday",
    unknownDay: "On an unknown day",
  },

  money: {
    unknown: "unknown",
    none: "none",
    plus: "+",
    plusSpoken: "plus a fee OpenTrain shows when you confirm",
    plusSpokenPast: "plus the fee OpenTrain showed",
    withItsFee: "up to {amount} with the fee OpenTrain showed",
    unknownToo: (count: number) => `and ${grouped(count)} unknown`,
  },

  inbox: {
    page: "Inbox",
    waiting: (count: number) => `${grouped(count)} waiting`,
    nextLapses: "Next one lapses {when}",
    when: "{when} {zone}, {left}",
    onlyPastDue: (count: number) =>
      plural(count, "Its time is up. Checking with OpenTrain.", "Their time is up. Checking with OpenTrain."),
    noDeadlines: "No deadline could be read yet.",
    list: "Requests",
    sums: "What is waiting, in three sums that are never added",
    toCharge: "To charge, if all confirmed",
    leaves: "Leaves escrow",
    atStake: "Escrow to decide",
    to: "to {amount}",
    withFeesNote: ", with fees",
    upTo: "up to {amount} with a fee",
    credit: "Credit {amount}",
    creditCoversAll: "Credit {amount} covers everything that waits",
    creditCoversNothing: "Credit {amount} does not cover the next charge",
    creditCoversSome:
      "Credit {amount} covers {covered} of the {all} charges that wait, nearest deadline first",
    creditPerhaps: "Credit {amount} may cover everything: part of it is not known",
    short: "Credit short by {amount}",
    shortAtLeast: "Credit short by at least {amount}",
    shortPerhaps: "Credit may be short by up to {amount}",
    creditBar: "Credit of {credit} against {charge} to charge",
    filter: "Kind of request",
    filters: { all: "All", hire: "Hire", fund: "Fund", release: "Release", end: "End", unknown: "Other" },
    add: "Add a link",
    more: (shown: number) => `The ${grouped(shown)} nearest are shown. There are more.`,
    nothing: {
      title: "Nothing is waiting",
      text: "No request that this inbox could read at OpenTrain is open. OpenTrain has no list of its own, so one that nobody hands over does not show here.",
      history: "See what was decided",
    },
    nothingRead: {
      title: "Nothing was waiting at the last read",
      text: "OpenTrain was last read {ago}. What was asked or decided since then does not show here.",
      titleNever: "Nothing was read yet",
      textNever: "OpenTrain has not been read, so whether something waits is not known here.",
    },
    never: {
      title: "No request was handed over yet",
      text: "OpenTrain has no list of open requests, so whether one waits is not known here until an agent hands it over, or somebody pastes its link.",
      steps: [
        "Let the agent find OpenTrain at the address of this inbox: one setting, shown under Settings → Capture.",
        "Where that cannot be, give it a key to hand over whatever OpenTrain answers with status 202.",
        "Or paste the confirm link an agent sent you.",
      ],
      onlyOwner: "The owner lets agents hand them over, under Settings.",
      key: "Set up an agent",
      paste: "Paste a link",
    },
    notConnected: {
      title: "No OpenTrain account is connected",
      text: "Nothing can be read until this workspace knows an account. Requests that agents hand over in the meantime are kept and shown once it does.",
      action: "See the connection",
    },
    disconnected: {
      title: "The OpenTrain account was disconnected",
      text: "What was read before stays. Nothing new arrives until an account is connected again.",
    },
    failed: {
      title: "The list could not be loaded",
      text: "This inbox did not answer. Nothing is known to have changed at OpenTrain.",
      retry: "Try again",
      reference: "Reference {id}",
    },
    stale: "This list could not be refreshed. It shows what was known {ago}.",
    refused: {
      title: "OpenTrain refuses our token",
      text: "It was revoked, has expired or lacks a scope. The list shows what was read {ago}; the links still work.",
      textNever: "It was revoked, has expired or lacks a scope. Nothing could be read yet.",
      action: "See the connection",
    },
    unreachable: {
      title: "OpenTrain does not answer",
      text: "We keep trying. The list shows what was read {ago}; the links still work.",
      textNever: "We keep trying. Nothing could be read yet.",
    },
    behind: "Last read {ago}.",
    quarantined: (count: number) =>
      plural(
        count,
        "One request has a link that does not lead to your OpenTrain account. It is set aside.",
        `${grouped(count)} requests have links that do not lead to your OpenTrain account. They are set aside.`,
      ),
  },

  inboxList,

  apart,

  coverage: coverageLine,

  connection: connectionNotices,

  password,

  detail: {
    page: "Request",
    back: "Inbox",
    label: "The request",
    askedBy: "asked by {agent}",
    choices: "What each choice does",
    confirm: "If you confirm",
    decline: "If you decline",
    nobody: "If nobody acts",
    nobodyBy: "It lapses on {when}, {left}, and {agent} has to ask again.",
    theAgent: "the agent",
    came: "What came of it",
    money: {
      title: "Money",
      milestone: "Milestone “{what}”",
      milestoneNoName: "Milestone",
      escrow: "Funded milestones in escrow",
      fee: "Marketplace fee, {percent} %",
      feeShown: "Fee",
      initiation: "Contract initiation",
      notReached: {
        hire: "What this hire costs is in the request the agent sent, and only its id or link reached this inbox. Asked through the recorder, or handed over with the request, it shows here.",
        other: "OpenTrain has not told this inbox the amount.",
      },
      shownThere: "OpenTrain shows it before you confirm.",
      columns: { what: "What", amount: "Amount", source: "Source" },
    },
    says: {
      opentrain: "OpenTrain says",
      agent: "The agent says",
      whose: "{agent}’s own words, not checked by OpenTrain",
      whoseNobody: "An agent’s own words, not checked by OpenTrain",
      hidden: "There are hidden characters in this text. They are shown by their code.",
    },
    credit: {
      covered: "Credit {amount} covers this one.",
      perhaps: "Credit {amount} may not cover this one, after the ones due before it.",
      not_covered: "Credit {amount} does not cover this one, after the ones due before it.",
    },
    facts: {
      status: "Status",
      statusNone: "not read yet",
      asked: "Asked",
      lapses: "Lapses",
      settled: "Settled",
      freelancer: "Freelancer",
      contract: "Contract",
      milestone: "Milestone",
      job: "Job",
      id: "Approval",
      result: "Result",
      readAt: "read {ago}",
      read: "Last read",
      readNever: "not yet; kept from OpenTrain’s answer to the agent",
      proof: {
        read: "by our own read of OpenTrain",
        recorded: "from OpenTrain’s answer to the agent",
      },
    },
    terms: {
      title: "What was asked",
      recorded: "recorded",
      told: "told by the agent",
      conflict: "The agent told us something else than it asked OpenTrain for",
      conflictText:
        "Struck through is what OpenTrain accepted, and what counts here. After it, what the agent told this inbox.",
    },
    receipt: {
      title: "Receipt",
      asked: "Asked",
      confirmed: "Confirmed",
      same: "Confirmed as it was asked.",
      askedUnknown: "What was asked is not known here: only its id or link reached this inbox.",
      unknown: "OpenTrain does not say which terms were confirmed.",
      changed: (count: number) =>
        plural(
          count,
          "One term was changed on OpenTrain’s page.",
          `${grouped(count)} terms were changed on OpenTrain’s page.`,
        ),
      marked: "changed",
      columns: { what: "What", amount: "Amount" },
      moved: { fund: "In escrow", release: "Left escrow" },
      notShown: "OpenTrain has not shown it here yet",
      ledger: "OpenTrain’s ledger shows:",
      ledgers: {
        none: "OpenTrain’s ledger of credits has no entry of it here. What is paid by card is not in that ledger.",
        notRead:
          "OpenTrain’s ledger of credits was not read since this was confirmed, so what it shows of it is not known.",
        notWhole:
          "OpenTrain’s ledger of credits has not shown it here yet. Older entries are still being read.",
      },
    },
    track: {
      title: "Milestone",
      of: "Milestone “{name}”",
      job: "Job",
      contract: "Contract",
      hire: ["Asked", "Hired, funded", "Handed in", "Paid"],
      milestone: ["Not funded", "Funded", "Handed in", "Released"],
      pending: "waits for this request",
      other: "OpenTrain’s word for it: {status}",
    },
    lineage,
    work,
    traceMissing,
    checks,
    closing,
    trouble,
    readProblem: "Since {when}:",
    unreadable: {
      title: "We cannot read this request",
      text: "Its state or its deadline is not known to us, so it may be open or long settled. OpenTrain’s own page knows.",
    },
    happened: "What happened so far",
    happenedIn: (zones: string) => `What happened so far, ${zones}`,
    nothingHappened: "Nothing is written down yet.",
    leave: {
      again: "Open it again",
      reviewSandbox: "Review in the sandbox",
      opensSandbox: "Opens the sandbox at {host}. You confirm or decline there, never here.",
      newTab: "opens in a new tab",
      settledAt: "{outcome} {when}.",
    },
    waiting: {
      title: "Waiting for OpenTrain",
      asking: "Asking OpenTrain",
      text: "You opened its page {ago}. This changes when OpenTrain answers, not before.",
      still: "OpenTrain says it is still open, read {ago}.",
    },
    notFound: {
      title: "This request is not in your inbox",
      text: "It may belong to another account, or it was never handed over.",
      add: "Add its link",
    },
    claimed: {
      title: "Told to us, not confirmed by OpenTrain",
      text: "We were told about this request, but OpenTrain has not confirmed it to us.",
    },
    failed: {
      title: "The request could not be loaded",
      text: "This inbox did not answer. Nothing is known to have changed at OpenTrain.",
    },
    stale: "This could not be refreshed. It shows what was known {ago}.",
    none: {
      text: "The next request opens here.",
    },
  },

  history: historyPage,

  contracts: {
    page: "Contracts",
    title: "Contracts",
    lead: (active: number, ended: number, other: number) =>
      [
        `${grouped(active)} active`,
        ...(ended > 0 ? [`${grouped(ended)} ended`] : []),
        ...(other > 0 ? [plural(other, "one in another state", `${grouped(other)} in other states`)] : []),
      ].join(", "),
    escrow: "in escrow",
    atLeast: "at least",
    noName: "A contract without a title",
    noFreelancer: "freelancer not known",
    milestones: "Milestones",
    released: (count: number, all: number) => `${grouped(count)} of ${grouped(all)} released`,
    noMilestones: "OpenTrain lists no milestones.",
    due: "due {date}",
    word: "OpenTrain says “{status}”",
    wordNone: "OpenTrain names no state",
    requests: "Requests on it",
    noRequests: "No request was made on it since this inbox watches.",
    readAt: "read {ago}",
    country: "in {country}",
    rate: "Rate",
    payment: "Paid",
    job: "Job",
    empty: {
      title: "No contracts yet",
      text: "A contract shows up here once a hire is confirmed at OpenTrain, or as soon as one is read.",
    },
    failed: { title: "Contracts could not be loaded", text: "This inbox did not answer." },
    notFound: {
      title: "This contract is not known here",
      text: "It may belong to another account, or it was not read yet.",
      all: "All contracts",
    },
    ...contractPage,
  },

  add: {
    page: "Add requests",
    title: "Add requests",
    text: "Paste confirm links or approval ids as you have them: one per line, or the whole message they stand in. Each is read from OpenTrain before it counts.",
    onlyOwner: "Only the owner can add requests. Send them the link, and it shows up here once it is added.",
    label: "Links or ids",
    shared: "This was shared with the inbox. Nothing is added before you say so.",
    tooMany: "At most 200 lines at once. Add the rest after these.",
    placeholder: "{origin}/approvals/…",
    back: "Inbox",
    submit: "Add",
    sending: "Adding",
    results: "What came of each line",
    outcomes: {
      listed: "Listed: in the inbox while it waits, in history once it is decided.",
      claimed:
        "Not proven yet: OpenTrain has not shown it to any connected token. It is tried again by itself.",
      not_a_link: "No link or id of a request is in it. A right link looks like {example}",
      other_origin:
        "It leads to {leadsTo}, and your OpenTrain account is at {origin}. A right link looks like {example}",
      other_page: "It leads to OpenTrain, but to no request. A right link looks like {example}",
      odd_link:
        "OpenTrain writes no link of a request like this, so it is not used. Copy it anew from OpenTrain or from the agent; a right one looks like {example}",
      secret:
        "This is a token or a key, and was not kept. It belongs into no message: whoever owns it should revoke it. To add a request, paste its link, like {example}",
    },
    open: "Open",
    empty: "Paste at least one link or id.",
    failed: "Nothing was added: {why}",
  },

  errors: errorPage,
};
