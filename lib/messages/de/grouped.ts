const format = new Intl.NumberFormat("de-DE");

/** "5.000" */
export const grouped = (count: number) => format.format(count);
