import { formatCount } from "../format-count";

/** "5,000": every count a person reads. */
export const grouped = (count: number) => formatCount(count, "en");
