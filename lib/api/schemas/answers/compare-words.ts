import { diffArrays } from "diff";
import type { WordChange } from "@/lib/api/types";
import { wordsOfText } from "@/lib/domain/words-of-text";

/** Longer or more different than this, two texts are shown whole, one after the other. */
const MOST_WORDS = 4_000;
const MOST_EDITS = 600;
const LEAST_KEPT = 0.25;

/** What was kept, taken out and put in, word by word; null where that would say less than both texts whole. */
export function compareWords(before: string, after: string): WordChange[] | null {
  const [old, fresh] = [wordsOfText(before), wordsOfText(after)];
  if (Math.max(old.length, fresh.length) > MOST_WORDS) return null;
  const found = diffArrays(old, fresh, { maxEditLength: MOST_EDITS });
  if (found === undefined) return null;
  const changes = joined(
    found.map(({ value, added, removed }) => ({
      kind: added ? "in" : removed ? "out" : "kept",
      text: value.join(""),
    })),
  );
  return isWorthIt(changes, before, after) ? changes : null;
}

/** The space between two changed words is changed with them, so that a changed phrase reads as one. */
function joined(changes: readonly WordChange[]): WordChange[] {
  const whole: WordChange[] = [];
  let [out, put] = ["", ""];
  const flush = () => {
    if (out !== "") whole.push({ kind: "out", text: out });
    if (put !== "") whole.push({ kind: "in", text: put });
    [out, put] = ["", ""];
  };
  changes.forEach(({ kind, text }, index) => {
    const isGap = /^[^\S\n]+$/.test(text) && index < changes.length - 1 && out !== "" && put !== "";
    if (kind !== "in" && (kind === "out" || isGap)) out += text;
    if (kind !== "out" && (kind === "in" || isGap)) put += text;
    if (kind !== "kept" || isGap) return;
    flush();
    whole.push({ kind, text });
  });
  flush();
  return whole;
}

function isWorthIt(changes: readonly WordChange[], before: string, after: string): boolean {
  const kept = changes.reduce(
    (count, { kind, text }) => (kind === "kept" ? count + text.trim().length : count),
    0,
  );
  return kept >= LEAST_KEPT * Math.max(before.trim().length, after.trim().length);
}
