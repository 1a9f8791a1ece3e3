"use client";

import { useDomainWords, useReader, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { WarningIcon } from "@/components/ui/icons";
import { Phrase } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import type { Approval, Contract } from "@/lib/api/types";
import { figuresInWords } from "@/lib/domain/figures-in-words";
import { hasHiddenCharacters } from "@/lib/domain/visible-text";
import { formatMoney } from "@/lib/messages/format";

/** The second voice, apart from the facts: quoted, inert, and judged in nothing but its figures. */
export function AgentWords({
  approval: { agent, money, recordedTerms, confirmedTerms },
  contract,
}: {
  approval: Approval;
  contract: Contract | null;
}) {
  const { locale } = useReader();
  const words = useWords().detail.says;
  const domain = useDomainWords();
  const reason = agent?.reason;
  if (!reason) return null;
  const known = [
    money.amountCents,
    money.feeCents,
    money.initiationCents,
    money.totalCents,
    money.maxTotalCents,
    recordedTerms?.amountCents ?? null,
    confirmedTerms?.amountCents ?? null,
    contract?.escrowCents ?? null,
    ...(contract?.milestones ?? []).map(({ amountCents }) => amountCents),
  ].filter((cents) => cents !== null);
  const odd = [...new Set(figuresInWords(reason, known).map(({ text }) => text))];
  const isHidden = hasHiddenCharacters(reason);
  return (
    <Section title={words.agent}>
      <div data-slot="quote" className="rounded bg-wash px-4 py-3">
        <p className="mb-1 text-caption text-ink-3">
          <Phrase
            text={agent.name ? words.whose : words.whoseNobody}
            agent={agent.name && <TheirWords text={agent.name} />}
          />
        </p>
        <blockquote className="whitespace-pre-line">
          <TheirWords text={reason} known={known} />
        </blockquote>
        {odd.map((figure) => (
          <Warning key={figure}>
            <TheirWords text={figure} />{" "}
            {money.totalCents === null
              ? domain.figureUnknown
              : domain.figureDiffers(
                  `${domain.money.named(money)}, ${formatMoney(money.totalCents, locale)}`,
                )}
          </Warning>
        ))}
        {isHidden ? <Warning>{words.hidden}</Warning> : null}
      </div>
    </Section>
  );
}

function Warning({ children }: { children: React.ReactNode }) {
  return (
    <p className="mt-2 flex items-start gap-2 text-last text-small">
      <WarningIcon className="mt-px size-4 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
