"use client";

import { useDomainWords, useReader, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Notice } from "@/components/ui/notice";
import { Section } from "@/components/ui/section";
import type { Approval, Terms as TermsJson } from "@/lib/api/types";
import { formatDay } from "@/lib/messages/format";

/** The text of what was asked, and from whom we have it. The amount stands with the money. */
export function Terms({ approval }: { approval: Approval }) {
  const { locale } = useReader();
  const words = useWords().detail.terms;
  const domain = useDomainWords();
  const terms: TermsJson | null = approval.recordedTerms ?? approval.toldTerms;
  if (terms === null || (terms.description === null && terms.dueDate === null)) return null;
  return (
    <Section
      title={words.title}
      aside={
        <span className="text-caption text-ink-3">
          {approval.recordedTerms ? words.recorded : words.told}
        </span>
      }
    >
      {terms.description ? (
        <p className="line-clamp-6 whitespace-pre-line">
          <TheirWords text={terms.description} />
        </p>
      ) : null}
      {terms.dueDate ? (
        <p className="text-ink-2 text-small">
          {domain.terms.dueDate} <TheirWords text={formatDay(terms.dueDate, locale)} />
        </p>
      ) : null}
      {approval.termsConflicts.length > 0 ? (
        <div className="mt-2">
          <Notice tone="last" title={words.conflict}>
            <ul>
              {approval.termsConflicts.map(({ field, recorded, told }) => (
                <li key={field}>
                  {`${domain.terms[field]}: `}
                  <TheirWords text={told ?? domain.termNotGiven} />
                  {` (${words.told}), `}
                  <TheirWords text={recorded ?? domain.termNotGiven} />
                  {` (${words.recorded})`}
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      ) : null}
    </Section>
  );
}
