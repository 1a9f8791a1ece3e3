import { grouped } from "./grouped";
import { plural } from "./plural";

/** How much was on screen before it was settled, as the inbox says it in a line. */
export const coverageLine = {
  name: "Seen in time",
  figure:
    "Of {settled} settled requests OpenTrain has reported, asked since {day}, {seen} were on screen before they were settled.",
  one: "The one settled request OpenTrain has reported, asked since {day}, was on screen before it was settled.",
  oneMissed:
    "The one settled request OpenTrain has reported, asked since {day}, was not on screen before it was settled.",
  none: "No figure yet for what is seen before it is settled: OpenTrain has reported no settled request that was asked since {day}.",
  missed: (count: number) => plural(count, "one was missed", `${grouped(count)} were missed`),
  unwatched: (count: number) =>
    plural(count, "nobody watched for a time", `nobody watched ${grouped(count)} times`),
  hidden: (count: number) =>
    plural(
      count,
      "one settled that no token here may see",
      `${grouped(count)} settled that no token here may see`,
    ),
  misses: "Missed",
  askedWhen: "asked {when}",
  askedUnknown: "when it was asked is not known",
  settledWhen: "{outcome} {when}",
  by: "by {agent}",
  nameUnknown: "A request {id}",
  amountUnknown: "amount unknown",
  moreMisses: (count: number) => plural(count, "and one more", `and ${grouped(count)} more`),
  gaps: "Times not watched",
  gap: "{from} to {to}:",
  openGap: "Since {from}:",
  past: "The past of this account is being read; the inbox works meanwhile.",
  collecting: (events: string) => `Going through OpenTrain’s feed: ${events} events so far.`,
  reading: "{read} of {found} requests read.",
  progress: "Requests read",
  more: "See how far",
  maybeEarlier: (count: number) =>
    plural(
      count,
      "One more was settled in the first 72 hours that no connected token can see. It may have been asked before, so it is not counted.",
      `${grouped(count)} more were settled in the first 72 hours that no connected token can see. They may have been asked before, so they are not counted.`,
    ),
  loading: "Loading the list",
  failed: "The list could not be loaded. The figure above is from this inbox’s last answer.",

  notStored: {
    title: "Something may wait unseen",
    open: "Since {from}, calls of agents pass through this inbox that it cannot store. They do reach OpenTrain; what they ask for does not show here until an agent asks again or somebody pastes its link.",
    closed:
      "From {from} to {to}, calls of agents passed through this inbox that it could not store. What was asked then shows here once an agent asks again or somebody pastes its link.",
    add: "Add a link",
  },
};
