"use client";

import { FoldedText } from "@/components/folded-text";
import { useDomainWords, useReader, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Section } from "@/components/ui/section";
import type { Approval, TermChange, Terms as TermsJson } from "@/lib/api/types";
import { formatDay } from "@/lib/messages/format";
import { TermChanges } from "./term-changes";

/** The text of what was asked, and from whom we have it. The amount stands with the money. */
export function Terms({ approval, conflicts }: { approval: Approval; conflicts: readonly TermChange[] }) {
  const { locale } = useReader();
  const words = useWords().detail.terms;
  const domain = useDomainWords();
  const terms: TermsJson | null = approval.recordedTerms ?? approval.toldTerms;
  return (
    <>
      {terms !== null && (terms.description !== null || terms.dueDate !== null) ? (
        <Section
          title={words.title}
          aside={
            <span className="text-caption text-ink-3">
              {approval.recordedTerms ? words.recorded : words.told}
            </span>
          }
        >
          {terms.description ? (
            <FoldedText className="border-s-2 ps-3">
              <TheirWords text={terms.description} />
            </FoldedText>
          ) : null}
          {terms.dueDate ? (
            <p className="text-ink-2 text-small">
              {domain.terms.dueDate} <TheirWords text={formatDay(terms.dueDate, locale)} />
            </p>
          ) : null}
        </Section>
      ) : null}
      {conflicts.length > 0 ? <Conflicts conflicts={conflicts} /> : null}
    </>
  );
}

/** Told never overwrites recorded, and silence contradicts nothing: these do. */
function Conflicts({ conflicts }: { conflicts: readonly TermChange[] }) {
  const words = useWords().detail.terms;
  return (
    <Section title={words.conflict}>
      <p className="mb-1 text-ink-2 text-small">{words.conflictText}</p>
      <TermChanges changes={conflicts} what="told" />
    </Section>
  );
}
