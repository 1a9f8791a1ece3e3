import { plural } from "./plural";

/** How much was on screen before it was settled, as the inbox says it in a line. */
export const coverageLine = {
  name: "Seen in time",
  figure:
    "{seen} of {settled} settled requests OpenTrain has reported were on screen before they were settled",
  one: "The one settled request OpenTrain has reported was on screen before it was settled",
  oneMissed: "The one settled request OpenTrain has reported was not on screen before it was settled",
  none: "No figure yet for what was seen before it was settled: OpenTrain has reported no settled request",
  since: ", since {day}.",
  missed: (count: number) => plural(count, "one was missed", `${count} were missed`),
  unwatched: (count: number) => plural(count, "not watched once", `not watched ${count} times`),
  misses: "Missed",
  miss: "{type}, {outcome} {when}",
  moreMisses: (count: number) => plural(count, "and one more", `and ${count} more`),
  gaps: "Times not watched",
  gap: "{from} to {to}:",
  openGap: "Since {from}:",
  past: "The past of this account is being read; the inbox works meanwhile.",
  more: "See how far",
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
