/** The languages a person can choose. */
export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

/** English made longer and accented, to look at what does not fit: nobody's language, and chosen by nobody. */
export const PSEUDO = "en-XA";
export type Locale = Language | typeof PSEUDO;

/** In which language somebody is answered who cannot say so, or who is a program. */
export const USUAL: Language = "en";

type Wishes = {
  /** The person's own setting. */
  own: Language | null;
  /** What this browser was last told to show. */
  cookie: string | null;
  acceptLanguage: string | null;
  /** Whether the pseudo-locale may be asked for at all. */
  hasPseudo: boolean;
};

export function chooseLocale({ own, cookie, acceptLanguage, hasPseudo }: Wishes): Locale {
  if (cookie === PSEUDO && hasPseudo) return PSEUDO;
  return own ?? languageOf(cookie) ?? firstOf(acceptLanguage) ?? USUAL;
}

function languageOf(said: string | null): Language | null {
  return LANGUAGES.find((language) => language === said) ?? null;
}

/** More wishes than a browser ever sends are no wishes. */
const MOST_WISHES = 50;

/** "de-CH, de;q=0.9, en;q=0.8": the one wished for most of those there are, the first among equals. */
function firstOf(acceptLanguage: string | null): Language | null {
  const wishes = (acceptLanguage ?? "").split(",").slice(0, MOST_WISHES).map(wishOf);
  const [best] = wishes
    .filter((wish) => wish.language !== null && wish.weight > 0)
    .sort((one, other) => other.weight - one.weight);
  return best?.language ?? null;
}

function wishOf(text: string): { language: Language | null; weight: number } {
  const [range = "", ...parameters] = text.split(";").map((part) => part.trim().toLowerCase());
  const said = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
  const weight = said === undefined ? 1 : /^(?:0|1)(?:\.\d{0,3})?$/.test(said) ? Number(said) : 0;
  return { language: languageOf(range.split("-")[0] ?? null), weight };
}
