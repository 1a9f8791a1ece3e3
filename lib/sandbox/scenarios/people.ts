import type { Candidate } from "../state/shapes";

type Who = Omit<Candidate, "userId">;

function who(
  firstName: string,
  lastNameInitial: string,
  title: string,
  country: string,
  countryCode: string,
): Who {
  return { firstName, lastNameInitial, title, country, countryCode };
}

export const NOOR = who("Noor", "B", "Image annotator, traffic scenes", "Portugal", "PT");
export const ADA = who("Ada", "L", "Document and receipt annotator", "United States", "US");
export const PIOTR = who("Piotr", "K", "Night footage and low light", "Poland", "PL");
export const MEI = who("Mei", "T", "Street sign transcription", "Taiwan", "TW");
export const AMARA = who("Amara", "O", "Bounding boxes, vehicles", "Nigeria", "NG");
export const JONAS = who("Jonas", "W", "Video tracking", "Germany", "DE");
export const LUCIA = who("Lucía", "R", "Quality review", "Spain", "ES");
/** Takes no new work, so an invitation is refused. */
export const TARIQ = { ...who("Tariq", "H", "Generalist", "Egypt", "EG"), unavailable: true };
