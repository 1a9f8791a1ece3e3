"use client";

import { useQuery } from "@tanstack/react-query";
import { addresses } from "@/components/addresses";
import { useReader, useWords } from "@/components/reader";
import { useNow } from "@/components/time/clock";
import { ButtonLink } from "@/components/ui/button";
import { Phrase } from "@/components/ui/phrase";
import { openApprovalsQuery } from "@/lib/api/queries/open-approvals";
import { formatDuration } from "@/lib/messages/format";

/** From what is decided to what is next: the one with the nearest deadline among those that wait. */
export function NextWaiting({ id }: { id: string }) {
  const { locale } = useReader();
  const words = useWords().detail.closing;
  const now = useNow();
  const list = useQuery(openApprovalsQuery()).data;
  if (!list) return null;
  const others = list.approvals.filter((other) => other.id !== id);
  const [next] = others;
  if (!next) return <span>{words.nothing}</span>;
  const all = (list.totals?.count ?? list.approvals.length) - (list.approvals.length - others.length);
  const times = others.flatMap(({ expiresAt }) => (expiresAt === null ? [] : [Date.parse(expiresAt)]));
  const lapses = times.find((time) => time > now.getTime());
  return (
    <>
      <span className="mb-2 block">
        <Phrase
          text={lapses === undefined ? words.moreOver : words.moreUntil}
          more={words.more(all)}
          left={lapses === undefined ? null : formatDuration(lapses - now.getTime(), locale)}
        />
      </span>
      <ButtonLink href={addresses.approval(next.id)} size="large">
        {words.next}
      </ButtonLink>
    </>
  );
}
