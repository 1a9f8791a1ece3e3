/**
 * A text in the pieces that are compared: words, figures and dates whole, every other sign by itself, and the
 * space between. Joined they are the text again. A sign that would not be seen is a piece of its own, so that
 * putting one into a word shows.
 */
export function wordsOfText(text: string): string[] {
  return text.match(PIECE) ?? [];
}

/** Written without spaces between words: each sign is compared by itself. */
const UNSPACED = "\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}";
const FIGURE = "[\\p{Sc}]?\\p{Nd}+(?:[.,:/'’\\-]\\p{Nd}+)*[%\\p{Sc}]?";
const WORD = `(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{Nd}_]|(?<=\\p{L})['’\\-](?=\\p{L}))+`;
const PICTURE =
  "\\p{Extended_Pictographic}[\\ufe0f\\p{Emoji_Modifier}]*(?:\\u200d\\p{Extended_Pictographic}[\\ufe0f\\p{Emoji_Modifier}]*)*";
const PIECE = new RegExp(
  `\\n|[^\\S\\n]+|${FIGURE}(?![\\p{L}\\p{Nd}])|${WORD}|[${UNSPACED}]\\p{M}*|${PICTURE}|[^]`,
  "gu",
);
