import { expect, it } from "vitest";
import { wordsOfText } from "./words-of-text";

it.each([
  ["words and the space between", "Draw two  boxes.", ["Draw", " ", "two", "  ", "boxes", "."]],
  [
    "amounts whole",
    "$1,200.50, not 450.00€ or 12%",
    ["$1,200.50", ",", " ", "not", " ", "450.00€", " ", "or", " ", "12%"],
  ],
  ["dates and times whole", "by 2026-12-15, 14:12", ["by", " ", "2026-12-15", ",", " ", "14:12"]],
  ["dates with strokes whole", "12/15/2026", ["12/15/2026"]],
  ["a word with a mark in it", "the agent’s re-ask", ["the", " ", "agent’s", " ", "re-ask"]],
  ["names of batches", "batch_2 v10k", ["batch_2", " ", "v10k"]],
  ["a figure with letters on it", "10k images", ["10k", " ", "images"]],
  ["an unseen sign in a word", "No\u200bor", ["No", "\u200b", "or"]],
  ["signs of a script without spaces", "東京 3枚", ["東", "京", " ", "3", "枚"]],
  ["a picture of several signs", "ok 👩‍💻!", ["ok", " ", "👩‍💻", "!"]],
  ["lines", "a\n\nb", ["a", "\n", "\n", "b"]],
  ["half a sign", "a\ud800b", ["a", "\ud800", "b"]],
  ["nothing", "", []],
])("%s", (_, text, pieces) => {
  expect(wordsOfText(text)).toEqual(pieces);
  expect(wordsOfText(text).join("")).toBe(text);
});
