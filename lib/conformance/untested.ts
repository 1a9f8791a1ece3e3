import type { Untested } from "./claim";

/** What the fact book says and no case looks at, each with the reason. */
export const untested: readonly Untested[] = [
  {
    section: "2.3",
    claim: "an expiry may be told by a background sweep instead of a read",
    why: "When a sweep runs is not documented; the sandbox's own tests cover its switch.",
  },
  {
    section: "7.1",
    claim: "what a page of more than 100 proposals answers",
    why: "Not documented.",
  },
  {
    section: "7.2",
    claim: "the scales of match and interview scores, and the shapes of openLabel and contract",
    why: "Pages disagree or could not be read; the inbox shows them as they come, or not at all.",
  },
  {
    section: "8",
    claim: "search, facets, changes, drafting, publishing, updating and closing of jobs",
    why: "The inbox never uses them and the sandbox leaves them out by name.",
  },
  {
    section: "9.2",
    claim: "when REFUND and ADJUSTMENT entries are written",
    why: "No documented call leads to one.",
  },
  {
    section: "13.3",
    claim: "a delivery without an answer within 10 s counts as failed",
    why: "It would take ten seconds of real time; the sandbox's own tests shorten them.",
  },
  {
    section: "13.3",
    claim: "that a success resets the count of failures",
    why: "Not documented for this API; a guess of the sandbox's.",
  },
  {
    section: "14.2",
    claim: "which field of auth/me tells that an account is claimed",
    why: "Two pages say there is one, no sample shows it.",
  },
  {
    section: "14.4",
    claim: "registration of agents, the claim and its tokens",
    why: "Outside this API's prefix; comes with the recorder.",
  },
  {
    section: "17",
    claim: "conversations and messages",
    why: "The inbox never reads them; left out by name.",
  },
  {
    section: "19.2",
    claim: "reasons of moderation, messaging and publishing",
    why: "They belong to calls that hiring and paying do not make.",
  },
  {
    section: "20.2",
    claim: "limits on calls a minute and their headers",
    why: "Not documented for calls with a token; the client honours Retry-After where it comes.",
  },
  {
    section: "22",
    claim: "what the human's own page shows and who may confirm",
    why: "No API; the sandbox's pages have tests of their own.",
  },
  {
    section: "23",
    claim: "how the official command line and MCP server find their address",
    why: "Not the service's behaviour; comes with the recorder.",
  },
];
