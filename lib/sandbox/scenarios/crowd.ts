import type { Candidate } from "../state/shapes";

const FIRST_NAMES =
  "Noor Ada Piotr Mei Amara Jonas Lucía Tariq Ines Kofi Hana Luis Wanjiru Oskar Leila Bao Zofia Rafael Aino Emeka".split(
    " ",
  );
const INITIALS = "ABCDEFGHIJKLMNOPRSTUVWYZ";
const PLACES = [
  ["Portugal", "PT"],
  ["Nigeria", "NG"],
  ["Poland", "PL"],
  ["Kenya", "KE"],
  ["Vietnam", "VN"],
  ["Brazil", "BR"],
  ["Finland", "FI"],
] as const;

/** A long row of people; names come round again, as names do. */
export function crowd(): () => Omit<Candidate, "userId"> {
  let count = 0;
  return () => {
    const firstName = FIRST_NAMES[count % FIRST_NAMES.length] ?? "";
    const lastNameInitial = INITIALS[Math.floor(count / FIRST_NAMES.length) % INITIALS.length] ?? "";
    const [country, countryCode] = PLACES[count % PLACES.length] ?? PLACES[0];
    count += 1;
    return { firstName, lastNameInitial, title: "Annotator", country, countryCode };
  };
}
