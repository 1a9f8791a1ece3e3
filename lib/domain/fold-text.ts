/** What lower case leaves as it is and a person does not type: the same signs as in the database's fold_text. */
const PLAIN: Record<string, string> = {
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  ħ: "h",
  ı: "i",
  ŧ: "t",
  ς: "σ",
  æ: "ae",
  œ: "oe",
  ß: "ss",
  þ: "th",
};
const SPECIAL = new RegExp(`[${Object.keys(PLAIN).join("")}]`, "g");

/** A text as it is searched: whatever its case and accents. "Łukasz" is found by "lukasz", "Zoë" by "zoe". */
export function foldText(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replaceAll(SPECIAL, (sign) => PLAIN[sign] ?? sign);
}
