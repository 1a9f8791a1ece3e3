import { median } from "./timing";

/** What was measured round after round under one name. */
export type Measured = { name: string; unit: Unit; rounds: number[]; median: number };
export type Unit = "ms" | "a second" | "KB" | "MB" | "%" | "shift" | "times" | "nodes";

/** What follows from what was measured, and what it must reach. */
export type Figure = {
  what: string;
  value: number;
  unit: Unit | "×";
  must: { atMost: number } | { atLeast: number } | null;
  isMet: boolean;
  measured: Measured[];
};

export function measured(name: string, unit: Unit, rounds: number[]): Measured {
  if (rounds.length === 0 || !rounds.every(Number.isFinite)) throw new Error(`${name}: nothing was measured`);
  return { name, unit, rounds, median: median(rounds) };
}

type Told = Omit<Figure, "isMet">;

export function judge(told: Told): Figure {
  const { value, must } = told;
  if (!Number.isFinite(value)) throw new Error(`${told.what}: no figure came out`);
  const isMet = must === null || ("atMost" in must ? value <= must.atMost : value >= must.atLeast);
  return { ...told, isMet };
}
