"use client";

import { useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { When } from "@/components/time/instant";
import { CheckIcon, ClockIcon } from "@/components/ui/icons";
import { Phrase } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import { Tag } from "@/components/ui/tag";
import type { Approval } from "@/lib/api/types";

/** What finance said of it; where nobody said anything there is nothing to see. */
export function Checks({ checks }: Pick<Approval, "checks">) {
  const words = useWords().detail.checks;
  if (checks.length === 0) return null;
  return (
    <Section title={words.title}>
      <ul>
        {checks.map(({ verdict, by, at, note, stale }) => (
          <li key={`${at} ${by}`} className="flex items-baseline gap-3 py-1">
            <Tag tone={stale ? "ghost" : verdict === "ok" ? "good" : "soon"} className="shrink-0">
              {verdict === "ok" ? <CheckIcon /> : <ClockIcon />}
              {words.verdicts[verdict]}
            </Tag>
            <span className="min-w-0">
              {note === null ? null : <TheirWords text={note} />}
              <span className="block text-ink-3 text-small">
                <Phrase text={words.by} who={<TheirWords text={by} />} when={<When at={at} />} />
                {stale ? ` · ${words.stale}` : null}
              </span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
