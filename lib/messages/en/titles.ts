import { titleWith } from "../title-with";

const quoted = (text: string) => `“${text}”`;

/** One request in one line, with as much as is known: "Hire Noor B. for “Batch 1”". */
export const title = titleWith({
  hire: ({ who, what }) => `Hire ${who ?? "a freelancer"}${what === null ? "" : ` for ${quoted(what)}`}`,
  fund: ({ who, what }) =>
    `Fund ${what === null ? "a milestone" : quoted(what)}${who === null ? "" : ` for ${who}`}`,
  release: ({ who, what }) =>
    `Release payment${what === null ? "" : ` for ${quoted(what)}`}${who === null ? "" : ` to ${who}`}`,
  end: ({ who, contract }) =>
    `End contract${contract === null ? "" : ` ${quoted(contract)}`}${who === null ? "" : ` with ${who}`}`,
  unknown: ({ what, who }) =>
    `Unknown request${what === null ? "" : ` about ${quoted(what)}`}${who === null ? "" : ` (${who})`}`,
});
