import { grouped } from "./grouped";
import { plural } from "./plural";

/** Settings, Coverage: how much was seen in time, what was not, what hints at more, and the reading of the past. */
export const coveragePage = {
  page: "Coverage",
  title: "Seen in time",
  lead: "Of the requests OpenTrain has reported as settled, how many were on this screen before they were settled or ran out.",
  notConnected: "No OpenTrain account is connected, so there is nothing to measure.",
  percent: "{percent} %",
  none: "No figure yet",
  figure:
    "Of {settled} settled requests OpenTrain has reported, asked since {day}, {seen} were on screen in time.",
  nothing: "OpenTrain has reported no settled request that was asked since {day}.",
  whatCounts:
    "Replaced requests do not count, and neither does what was asked before this inbox was connected.",
  failed: "The figures could not be loaded. Reload the page to try again.",

  missed: (count: number) => plural(count, "One was missed", `${grouped(count)} were missed`),
  unwatched: "Times not watched",
  noneMissed: "None was missed.",

  agents: "By agent",
  agentUnknown: "Agent not known",
  agentFigure: "{seen} of {settled}",

  hints: "May wait unseen",
  hintsNone:
    "No sign of one was found. That is no proof: OpenTrain has no list of open requests, and a request need not leave a sign.",
  hintSince: "since {when}",
  hintContract: "See the contract",

  backfill: {
    title: "Reading the past",
    text: "Every request OpenTrain’s feed ever named is read once, the newest first. It never counts as seen in time.",
    finished: (read: number) =>
      plural(
        read,
        "Read to the beginning: {read} request from {events} events.",
        "Read to the beginning: {read} requests from {events} events.",
      ),
    finishedAt: "Finished {when}.",
    cancelled: (read: number) =>
      plural(
        read,
        "Stopped before the end. {read} request was read; it stays.",
        "Stopped before the end. {read} requests were read; they stay.",
      ),
    hidden: (count: number) =>
      plural(
        count,
        "One request is shown to none of the connected tokens: another one asked for it.",
        `${grouped(count)} requests are shown to none of the connected tokens: others asked for them.`,
      ),
    unreadable: (count: number) =>
      plural(
        count,
        "One could not be read. Read the past again to try it once more.",
        `${grouped(count)} could not be read. Read the past again to try them once more.`,
      ),
    cancel: "Stop reading",
    cancelling: "Stopping",
    start: "Read the past again",
    starting: "Starting",
    failed: "Nothing was changed. {why}",
    onlyOwner: "Only the owner can stop it or start it again.",
    never: "The past of this account was not read yet.",
  },
};
