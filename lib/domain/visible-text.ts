/** A piece of someone's words: plain text, or a character that would not be seen and is shown by its code. */
export type Segment =
  | { kind: "text"; text: string }
  | { kind: "hidden"; what: "bidi" | "zero_width" | "control"; code: string; count: number };

const HIDDEN = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Cs}\p{Co}\u2800]/u;
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u;
const PICTURE = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f/u;

/** Nothing an agent wrote can hide or turn round: what would be unseen becomes a marked segment. */
export function visibleText(text: string): Segment[] {
  // Nearly all of them: looked through once, not sign by sign.
  if (!HIDDEN.test(text)) return text === "" ? [] : [{ kind: "text", text }];
  const segments: Segment[] = [];
  const characters = [...text.replace(/\r\n?/g, "\n")];
  characters.forEach((character, index) => {
    if (isPlain(character, characters[index - 1], characters[index + 1])) addText(segments, character);
    else addHidden(segments, character);
  });
  return segments;
}

export function hasHiddenCharacters(text: string): boolean {
  return visibleText(text).some(({ kind }) => kind === "hidden");
}

function isPlain(character: string, before: string | undefined, after: string | undefined): boolean {
  if (character === "\n" || character === "\t" || !HIDDEN.test(character)) return true;
  // Inside an emoji the joiner and the picture selector are part of the picture.
  if (character === "\ufe0f") return before !== undefined && /[\p{Emoji}]/u.test(before);
  if (character === "\u200d")
    return [before, after].every((near) => near !== undefined && PICTURE.test(near));
  return false;
}

function addText(segments: Segment[], text: string): void {
  const last = segments.at(-1);
  if (last?.kind === "text") last.text += text;
  else segments.push({ kind: "text", text });
}

function addHidden(segments: Segment[], character: string): void {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
  const last = segments.at(-1);
  if (last?.kind === "hidden" && last.code === code) last.count += 1;
  else segments.push({ kind: "hidden", what: whatIs(character), code, count: 1 });
}

function whatIs(character: string): "bidi" | "zero_width" | "control" {
  if (BIDI.test(character)) return "bidi";
  return CONTROL.test(character) ? "control" : "zero_width";
}

/** The same as one string, for a sentence: hidden characters by their code, right-to-left words kept apart. */
export function visibleString(text: string, limit = 200): string {
  const shown = visibleCharacters(text.replace(/\s+/g, " ").trim());
  const characters = [...shown];
  const cut = characters.length > limit ? `${characters.slice(0, limit).join("")}…` : shown;
  return RIGHT_TO_LEFT.test(cut) ? `\u2068${cut}\u2069` : cut;
}

/** Every hidden character by its code, all else as it is. */
export function visibleCharacters(text: string): string {
  return visibleText(text)
    .map((segment) => (segment.kind === "text" ? segment.text : `[${segment.code}]`))
    .join("");
}

const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
