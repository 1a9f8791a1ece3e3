import { writeFileSync } from "node:fs";
import { type Figure, judge, type Measured, measured, type Unit } from "./figure";

const usualRounds = 5;

type Must = Figure["must"];
type Sides = Record<string, () => Promise<number>>;
type Kit = {
  /**
   * Measures every side once, then all of them again, five times over: what the machine does meanwhile falls on
   * all alike. Each side gives one number a round; what it gives in the warm-up before is thrown away.
   */
  rounds: <S extends Sides>(
    sides: S,
    options?: { unit?: Unit; count?: number; warmUp?: boolean },
  ) => Promise<{ [K in keyof S]: Measured }>;
  /** `ours` as a multiple of the controls together. */
  ratio: (what: string, ours: Measured, controls: Measured[], must: Must) => void;
  /** What `ours` takes beyond the control. */
  added: (what: string, ours: Measured, control: Measured, must: Must) => void;
  /** A figure by itself; what it was measured beside is told with it. */
  figure: (what: string, value: number, unit: Figure["unit"], must: Must, beside: Measured[]) => void;
  /** Calls what must be undone when the bench is over, however it ends; the last first. */
  after: (undo: () => Promise<unknown>) => void;
  say: (text: string) => void;
};

/**
 * One bench, in a process of its own: `scripts/bench.mjs` starts it and reads what it measured. A figure that is
 * missed is a result; only a bench that could not measure fails.
 */
export async function runBench(work: (kit: Kit) => Promise<void>): Promise<void> {
  const figures: Figure[] = [];
  const undoing: (() => Promise<unknown>)[] = [];
  const say = (text: string) => void process.stdout.write(`  ${text}\n`);
  const keep = (told: Omit<Figure, "isMet">) => {
    const figure = judge(told);
    figures.push(figure);
    for (const { name, median, unit } of figure.measured) say(`    ${name}: ${short(median)} ${unit}`);
    say(`${figure.isMet ? "met   " : "MISSED"}  ${figure.what}: ${short(figure.value)} ${figure.unit}`);
  };
  try {
    await work({
      rounds,
      ratio: (what, ours, controls, must) => {
        const control = controls.reduce((sum, one) => sum + one.median, 0);
        keep({ what, value: ours.median / control, unit: "×", must, measured: [ours, ...controls] });
      },
      added: (what, ours, control, must) =>
        keep({
          what,
          value: ours.median - control.median,
          unit: ours.unit,
          must,
          measured: [ours, control],
        }),
      figure: (what, value, unit, must, beside) => keep({ what, value, unit, must, measured: beside }),
      after: (undo) => void undoing.push(undo),
      say,
    });
    if (figures.length === 0) throw new Error("nothing was measured");
  } finally {
    for (const undo of undoing.toReversed()) await undo();
    const { BENCH_RESULT } = process.env;
    if (BENCH_RESULT) writeFileSync(BENCH_RESULT, JSON.stringify(figures));
  }
}

async function rounds<S extends Sides>(
  sides: S,
  { unit = "ms", count = usualRounds, warmUp = true }: { unit?: Unit; count?: number; warmUp?: boolean } = {},
): Promise<{ [K in keyof S]: Measured }> {
  const names = Object.keys(sides);
  const numbers = new Map<string, number[]>(names.map((name) => [name, []]));
  for (let round = warmUp ? -1 : 0; round < count; round += 1) {
    for (const name of names) {
      const number = await sides[name]?.();
      if (round >= 0 && number !== undefined) numbers.get(name)?.push(number);
    }
  }
  const entries = names.map((name) => [name, measured(name, unit, numbers.get(name) ?? [])]);
  return Object.fromEntries(entries) as { [K in keyof S]: Measured };
}

function short(value: number): string {
  return value.toFixed(Math.abs(value) < 10 ? 2 : 0);
}
