let heard = { asOf: null as string | null, at: 0 };

/**
 * When an answer was first heard, by this device's clock: a list the server drew is dated by the server's. For as
 * long as the page stands, so that what begins anew with another setting makes no list younger.
 */
export function heardAt(asOf: string | null): number {
  if (asOf !== heard.asOf || heard.at === 0) heard = { asOf, at: Date.now() };
  return heard.at;
}
