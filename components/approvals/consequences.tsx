"use client";

import { useDomainWords, useReader, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { useNow } from "@/components/time/clock";
import { join } from "@/components/ui/join";
import { Phrase } from "@/components/ui/phrase";
import type { Approval } from "@/lib/api/types";
import { consequencesIn } from "@/lib/domain/consequences";
import type { Phase } from "@/lib/domain/records";
import { formatIn, formatInstant, formatMoney } from "@/lib/messages/format";
import { consequenceFacts } from "./facts-of";

/**
 * What each choice does, before the button; once it is settled, what came of it. What a yes does is read first;
 * the other two stand small beneath it.
 */
export function Consequences({ approval, phase }: { approval: Approval; phase: Phase }) {
  const { locale, timeZone } = useReader();
  const words = useWords().detail;
  const say = useDomainWords().consequences;
  const now = useNow();
  const view = { locale, timeZone, now };
  const found = consequencesIn(consequenceFacts(approval, phase), now);
  // The notice over it says that it was replaced, and by what.
  if (phase === "superseded" && approval.supersededBy !== null) return null;
  if (found.outcome) {
    return (
      <p data-slot="outcome" className="mt-4 border-y py-3 text-body">
        {say(found.outcome, view).text}
      </p>
    );
  }
  const { deadline, leftMs, open } = found.nobody.values;
  const confirm = say(found.confirm, view);
  const total = approval.money.totalCents;
  const rows = [
    {
      title: confirm.lead ?? words.confirm,
      text: <Stressed text={confirm.text} figure={total === null ? null : formatMoney(total, locale)} />,
      isFirst: true,
    },
    { title: words.decline, text: say(found.decline, view).text },
    {
      title: words.nobody,
      text:
        deadline === null || leftMs === null || open === "past_due" ? (
          say(found.nobody, view).text
        ) : (
          <Phrase
            text={words.nobodyBy}
            when={
              <time dateTime={deadline.toISOString()}>{formatInstant(deadline, timeZone, locale, now)}</time>
            }
            left={formatIn(leftMs, locale)}
            agent={approval.agent?.name ? <TheirWords text={approval.agent.name} /> : words.theAgent}
          />
        ),
    },
  ];
  return (
    <dl aria-label={words.choices} className="mt-4 grid gap-3 border-y py-4">
      {rows.map(({ title, text, isFirst }) => (
        <div
          key={title}
          data-slot={isFirst ? "if-confirmed" : undefined}
          className={join("grid gap-x-3", isFirst ? "pad:grid-cols-facts" : "grid-cols-facts text-small")}
        >
          <dt className={isFirst ? "font-semibold" : "font-medium text-ink-2"}>{title}</dt>
          <dd className={isFirst ? "" : "text-ink-2"}>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The figure that decides, in full ink among the words. */
function Stressed({ text, figure }: { text: string; figure: string | null }) {
  const at = figure === null ? -1 : text.indexOf(figure);
  if (figure === null || at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <b className="font-semibold text-ink">{figure}</b>
      {text.slice(at + figure.length)}
    </>
  );
}
