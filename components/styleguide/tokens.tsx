"use client";

import { useEffect, useRef, useState } from "react";
import { COLOUR_PAIRS } from "./colour-pairs";
import { contrast } from "./contrast";
import { Chapter, Part } from "./part";

const TYPE = [
  ["text-figure", "figure", "the one figure of a page"],
  ["text-title", "title", "what a page or a request is called; amounts in rows"],
  ["text-body", "body", "sentences"],
  ["text-small", "small", "what stands beside them"],
  ["text-caption", "caption", "sources, tags, navigation"],
] as const;
const SPACE = [
  ["w-1", "1", "4 px"],
  ["w-2", "2", "8 px"],
  ["w-3", "3", "12 px"],
  ["w-4", "4", "16 px"],
  ["w-5", "5", "24 px"],
  ["w-6", "6", "32 px"],
  ["w-7", "7", "48 px"],
  ["w-touch", "touch", "44 px and more: whatever is pressed"],
  ["w-button", "button", "48 px and more: the one button"],
] as const;
const SURFACES: Record<string, string> = {
  paper: "bg-paper",
  sheet: "bg-sheet",
  wash: "bg-wash",
  chosen: "bg-chosen",
  pen: "bg-pen",
  "pen-strong": "bg-pen-strong",
  "soon-wash": "bg-soon-wash",
  "last-wash": "bg-last-wash",
  "good-wash": "bg-good-wash",
};
const INKS: Record<string, string> = {
  ink: "text-ink",
  "ink-2": "text-ink-2",
  "ink-3": "text-ink-3",
  pen: "text-pen",
  "on-pen": "text-on-pen",
  soon: "text-soon",
  last: "text-last",
  good: "text-good",
};

/** The few and named: colours, letters, distances, corners. */
export function Tokens() {
  return (
    <Chapter id="tokens" name="Colours, letters, distances">
      <Part
        name="Colours on what they stand on"
        use="Amber and red for time and shortfall alone. The number is the contrast; 4.5 is needed to be read."
      >
        {() => <Colours />}
      </Part>
      <Part name="Letters" use="Five sizes, three weights, figures of one width.">
        {() =>
          TYPE.map(([look, name, use]) => (
            <p key={name}>
              <span className={look}>$504.95 </span>
              <span className="text-caption text-ink-3">{`${name}: ${use}`}</span>
            </p>
          ))
        }
      </Part>
      <Part name="Distances">
        {() =>
          SPACE.map(([look, name, use]) => (
            <p key={name} className="flex items-center gap-3 text-caption text-ink-3">
              <span className="w-[4rem]">
                <span className={`block h-2 bg-ink-3 ${look}`} />
              </span>
              {`${name}: ${use}`}
            </p>
          ))
        }
      </Part>
      <Part name="Corners, lines and what floats">
        {() => (
          <div className="flex flex-wrap gap-4 text-caption text-ink-3">
            <span className="rounded-tight border border-line-strong p-3">rounded-tight: tags, keys</span>
            <span className="rounded border border-line-strong p-3">rounded: what is pressed</span>
            <span className="rounded border bg-sheet p-3 shadow-float">
              shadow-float: in front of the page
            </span>
            <span className="border-b p-3">hairlines, not boxes</span>
          </div>
        )}
      </Part>
    </Chapter>
  );
}

function Colours() {
  const here = useRef<HTMLDivElement>(null);
  const [values, setValues] = useState<CSSStyleDeclaration | null>(null);
  useEffect(() => setValues(here.current && getComputedStyle(here.current)), []);
  const hexOf = (token: string) => values?.getPropertyValue(`--${token}`).trim() ?? "";
  return (
    <div ref={here} className="grid gap-2">
      {COLOUR_PAIRS.map(({ ink, grounds, use, least }) => (
        <div key={ink} className="grid gap-1">
          <p className="text-caption text-ink-3">{`${ink} ${hexOf(ink)}: ${use}, at least ${least}`}</p>
          <p className="flex flex-wrap gap-1">
            {grounds.map((ground) => (
              <span
                key={ground}
                className={`rounded-tight border px-2 py-1 text-small ${SURFACES[ground]} ${INKS[ink]}`}
              >
                {ground}{" "}
                <b className="font-semibold">
                  {values ? contrast(hexOf(ink), hexOf(ground)).toFixed(1) : ""}
                </b>
              </span>
            ))}
          </p>
        </div>
      ))}
    </div>
  );
}
