import { grouped } from "./grouped";

/** "3." */
export const ordinal = (count: number) => `${grouped(count)}.`;
