import { grouped } from "./grouped";
import { plural } from "./plural";

/** The contract and the milestone a request is about, and what of the escrow it moves. */
export const work = {
  title: "Contract",
  release: {
    part: "{amount} leaves escrow",
    rest: "{amount} stays in escrow",
    restNone: "nothing else is in escrow",
  },
  fund: {
    rest: "{amount} in escrow now",
    restNone: "nothing in escrow yet",
    part: "{amount} would be added",
  },
  end: {
    part: "{amount} in escrow is decided on",
    milestones: (count: number) => plural(count, "in one milestone", `in ${grouped(count)} milestones`),
  },
  nowInEscrow: "{amount} in escrow on this contract, read {ago}.",
};
