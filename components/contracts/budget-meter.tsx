"use client";

import type { ReactNode } from "react";
import { Money } from "@/components/money/money";
import { useReader, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Age } from "@/components/time/instant";
import { Phrase } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import { Tag, type Tone } from "@/components/ui/tag";
import type { Budget, ContractDetail } from "@/lib/api/types";
import { formatVolume } from "@/lib/messages/format-count";

const TONES: Record<string, Tone> = { OK: "plain", LOW: "soon", DEPLETED: "last" };

/** OpenTrain's own meter of the work that was paid for; never our arithmetic, and where it says nothing, why. */
export function BudgetMeter({ detail: { contract, budget, budgetUnknown } }: { detail: ContractDetail }) {
  const words = useWords().contracts.budget;
  const isFixed = contract.paymentType?.startsWith("FIXED") ?? false;
  return (
    <Section title={words.title} aside={budget && !isFixed ? <State state={budget.state} /> : null}>
      {budget === null ? (
        <p className="text-ink-2">{budgetUnknown?.text ?? words.unread}</p>
      ) : isFixed ? (
        <p className="text-ink-2">
          {budget.fundedAmountCents === null ? (
            words.fixedUnknown
          ) : (
            <>
              {words.fixed}{" "}
              <b className="font-semibold text-ink">
                <Money cents={budget.fundedAmountCents} />
              </b>
            </>
          )}
        </p>
      ) : (
        <Used budget={budget} paymentType={contract.paymentType} />
      )}
      {budget === null ? null : (
        <p className="mt-1 text-ink-3 text-small">
          <Phrase text={words.source} ago={<Age at={budget.readAt} />} />{" "}
          {budgetUnknown === null ? null : budgetUnknown.text}
        </p>
      )}
    </Section>
  );
}

function Used({ budget, paymentType }: { budget: Budget; paymentType: string | null }) {
  const { locale } = useReader();
  const words = useWords().contracts.budget;
  const { consumedVolume, fundedVolume, remainingVolume, consumedFraction } = budget;
  if (consumedVolume === null || fundedVolume === null || remainingVolume === null) {
    return <p className="text-ink-2">{words.unknown}</p>;
  }
  if (Number(fundedVolume) === 0) return <p className="text-ink-2">{words.nothingFunded}</p>;
  const text =
    paymentType === "PAY_PER_HOUR"
      ? words.hours
      : paymentType === "PAY_PER_LABEL"
        ? words.labels
        : words.volume;
  const figure = (volume: string): ReactNode => (
    <b className="font-semibold text-ink">{formatVolume(volume, locale)}</b>
  );
  return (
    <>
      {consumedFraction === null ? null : <Meter fraction={Number(consumedFraction)} state={budget.state} />}
      <p className="mt-2 text-ink-2">
        <Phrase
          text={text}
          used={figure(consumedVolume)}
          funded={figure(fundedVolume)}
          left={figure(remainingVolume)}
        />
      </p>
    </>
  );
}

/** The words beneath say the same; more than was funded is a full bar. */
function Meter({ fraction, state }: { fraction: number; state: string | null }) {
  const percent = Math.round(Math.min(1, Math.max(0, fraction)) * 1000) / 10;
  const urgency = state === "DEPLETED" ? "last" : state === "LOW" ? "soon" : "none";
  return (
    <svg
      data-urgency={urgency}
      className="mt-2 block h-2 w-full overflow-hidden rounded-tight rtl:-scale-x-100"
      aria-hidden="true"
    >
      <rect className="bar-ground" width="100%" height="100%" />
      <rect className="bar-left" width={`${percent}%`} height="100%" />
    </svg>
  );
}

function State({ state }: { state: string | null }) {
  const { states } = useWords().contracts.budget;
  if (state === null) return null;
  const known = Object.hasOwn(states, state) ? states[state] : undefined;
  return <Tag tone={TONES[state] ?? "plain"}>{known ?? <TheirWords text={state} />}</Tag>;
}
