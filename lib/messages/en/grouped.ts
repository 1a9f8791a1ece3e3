const format = new Intl.NumberFormat("en-US");

/** "5,000": every count a person reads. */
export const grouped = (count: number) => format.format(count);
