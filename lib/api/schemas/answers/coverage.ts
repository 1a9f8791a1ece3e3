import { instant } from "@/lib/api/schemas/answers/approval";
import { moneyJson } from "@/lib/api/schemas/answers/terms";
import type { Coverage } from "@/lib/api/types";
import type { CoverageFigure } from "@/lib/domain/coverage";
import type { MissWhy } from "@/lib/domain/coverage-miss";
import type { Hint } from "@/lib/domain/hints";
import type { Money, Standing } from "@/lib/domain/records";
import type { Messages } from "@/lib/messages";

type Words = Messages["coverage"];
type TitleFacts = Parameters<Messages["title"]>[0];

type CoverageFacts = CoverageFigure & {
  since: Date;
  from: Date;
  to: Date;
  agents: (CoverageFigure & { name: string | null })[];
  maybeEarlier: number;
  misses: {
    id: string;
    type: string | null;
    outcome: Standing;
    agentName: string | null;
    createdAt: Date;
    endedAt: Date;
    seenAt: Date | null;
    why: MissWhy;
    about: (Omit<TitleFacts, "type"> & { money: Money }) | null;
  }[];
  gaps: { from: Date; to: Date; isOpen: boolean; why: keyof Words["gapWhys"] }[];
  hints: Hint[];
};

export function coverageJson(record: CoverageFacts, { coverage: words, title }: Messages): Coverage {
  const { settled, seenFirst, percent, agents } = record;
  return {
    since: record.since.toISOString(),
    from: record.from.toISOString(),
    to: record.to.toISOString(),
    settled,
    seenFirst,
    percent,
    agents,
    maybeEarlier: record.maybeEarlier,
    misses: record.misses.map(({ id, type, outcome, agentName, createdAt, endedAt, seenAt, why, about }) => ({
      id,
      type: type ?? "unknown",
      title: about && title({ type, ...about }),
      money: about && moneyJson(about.money),
      outcome,
      agent: agentName,
      createdAt: createdAt.toISOString(),
      settledAt: endedAt.toISOString(),
      seenAt: instant(seenAt),
      why: words.missWhys[why],
      whyCode: why,
    })),
    gaps: record.gaps.map(({ from, to, isOpen, why }) => ({
      from: from.toISOString(),
      to: to.toISOString(),
      isOpen,
      why: words.gapWhys[why],
      whyCode: why,
    })),
    hints: record.hints.map(({ since, ...hint }) => ({
      ...hint,
      text: words.hints[hint.kind],
      since: instant(since),
    })),
  };
}
