import type { HistorySums, Summed } from "@/lib/api/types";

type Period = Summed & { from: Date; to: Date };

export function historySumsJson(
  summed: {
    all: Summed;
    months: (Period & { month: string })[];
    days: { day: string; from: Date; to: Date; count: number }[];
    asOf: Date;
  },
  timeZone: string,
): HistorySums {
  return {
    timeZone,
    ...summed.all,
    months: summed.months.map(({ from, to, ...month }) => ({ ...month, ...borders({ from, to }) })),
    days: summed.days.map(({ from, to, ...day }) => ({ ...day, ...borders({ from, to }) })),
    asOf: summed.asOf.toISOString(),
  };
}

function borders({ from, to }: { from: Date; to: Date }): { from: string; to: string } {
  return { from: from.toISOString(), to: to.toISOString() };
}
