/** What a calendar of ours can hold; an instant from before there was any OpenTrain is none. */
export function storableInstant(instant: Date | null): Date | null {
  return instant !== null && instant.getUTCFullYear() >= 1970 ? instant : null;
}
