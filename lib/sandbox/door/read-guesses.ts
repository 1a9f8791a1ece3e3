import { DEFAULT_GUESSES, type Guesses } from "../guesses";
import { badField } from "./errors";
import { type Fields, optionalBoolean, optionalChoice, optionalString } from "./read-fields";

export const GUESS_NAMES = Object.keys(DEFAULT_GUESSES);

const MAX_SPELLING = 100;

/** Only the switches that were named. */
export function readGuesses(fields: Fields, under = ""): Partial<Guesses> {
  const releasedSpelling = optionalString(fields, "releasedSpelling", under);
  if (releasedSpelling === "" || (releasedSpelling?.length ?? 0) > MAX_SPELLING) {
    throw badField(`${under}releasedSpelling`);
  }
  return defined({
    supersededAs: optionalChoice(fields, "supersededAs", ["expired", "declined"] as const, under),
    supersededEvent: optionalBoolean(fields, "supersededEvent", under),
    expiry: optionalChoice(fields, "expiry", ["read", "sweep"] as const, under),
    repeatStatus: optionalChoice(fields, "repeatStatus", [202, 200] as const, under),
    fundFeePercent: optionalChoice(fields, "fundFeePercent", [0, 10] as const, under),
    releasedSpelling,
    handInFlag: optionalBoolean(fields, "handInFlag", under),
    confirmWithoutTrace: optionalBoolean(fields, "confirmWithoutTrace", under),
    oddIds: optionalBoolean(fields, "oddIds", under),
  });
}

function defined(given: { [K in keyof Guesses]: Guesses[K] | undefined }): Partial<Guesses> {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
