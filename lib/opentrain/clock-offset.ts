/** A `Date` header has whole seconds. */
const RESOLUTION_MS = 1000;

/**
 * What must be added to our clock to get OpenTrain's, from the `Date` of one answer. The header and the way
 * there and back leave a span; the offset known before stays while it lies in it, so that it does not jitter.
 */
export function clockOffset(
  dateHeader: string | null,
  sentAt: number,
  answeredAt: number,
  known: number | null,
): number | null {
  const date = dateHeader === null ? Number.NaN : Date.parse(dateHeader);
  if (Number.isNaN(date)) return null;
  const least = date - answeredAt;
  const most = date + RESOLUTION_MS - sentAt;
  const isIn = (offset: number) => least <= offset && offset < most;
  if (known !== null && isIn(known)) return known;
  return isIn(0) ? 0 : Math.round((least + most) / 2);
}
