"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { addresses } from "@/components/addresses";
import { useReader, useWords } from "@/components/reader";
import { Link } from "@/components/ui/link";
import { phraseText } from "@/components/ui/phrase";
import { blockedQuery } from "@/lib/api/queries/blocked";
import { claimsQuery } from "@/lib/api/queries/claims";
import { summaryQuery } from "@/lib/api/queries/summary";
import { countUnheard, unansweredQuery } from "@/lib/api/queries/unanswered";
import { formatList } from "@/lib/messages/format";
import { LatePart } from "./late-part";

// Fetched where there is something of the kind; most days there is nothing.
const BlockedRequests = dynamic(async () => (await import("./blocked-requests")).BlockedRequests);
const UnansweredRequests = dynamic(async () => (await import("./unanswered-requests")).UnansweredRequests);
const Claims = dynamic(async () => (await import("./claims")).Claims);

const PARTS = ["blocked", "unanswered", "claims"] as const;

/** What is beside the list and in none of its sums. */
export function Apart() {
  const blocked = useQuery(blockedQuery());
  const unanswered = useQuery(unansweredQuery());
  const claims = useQuery(claimsQuery());
  return (
    <>
      <LatePart id="blocked">
        {useWasThere(blocked, blocked.data?.blocked) ? <BlockedRequests /> : null}
      </LatePart>
      <LatePart id="unanswered">
        {useWasThere(unanswered, unanswered.data?.unanswered) ? <UnansweredRequests /> : null}
      </LatePart>
      <LatePart id="claims">{useWasThere(claims, claims.data?.claims) ? <Claims /> : null}</LatePart>
      <NothingApart />
    </>
  );
}

/** Once there was some, or word that they could not be read: what was just put away can be taken back. */
function useWasThere({ isError }: { isError: boolean }, list: readonly unknown[] | undefined): boolean {
  const isThere = isError || (list !== undefined && list.length > 0);
  const [wasThere, setWasThere] = useState(isThere);
  if (isThere && !wasThere) setWasThere(true);
  return isThere || wasThere;
}

/** How much of each there is; null while it is not known. */
function useCounts(): Record<(typeof PARTS)[number], number | null> {
  const unanswered = useQuery(unansweredQuery()).data;
  return {
    blocked: useQuery(blockedQuery()).data?.blocked.length ?? null,
    unanswered: unanswered ? countUnheard(unanswered) : null,
    claims: useQuery(claimsQuery()).data?.claims.length ?? null,
  };
}

const LINK =
  "inline-flex min-h-touch items-center text-ink-2 underline underline-offset-2 hover:text-ink pad:min-h-0 pad:py-1";

/** Said near the top, since the list may be long: each leads to its part below. */
export function ApartIndex() {
  const words = useWords().apart;
  const counts = useCounts();
  const there = PARTS.filter((part) => counts[part]);
  const hints = useQuery(summaryQuery()).data?.hints ?? 0;
  if (there.length === 0 && hints === 0) return null;
  return (
    <nav aria-label={words.index} className="mt-2 flex flex-wrap gap-x-4 text-small">
      {there.map((part) => (
        <a key={part} href={`#${part}`} className={LINK}>
          {words.links[part](counts[part] ?? 0)}
        </a>
      ))}
      {hints > 0 ? (
        <Link href={addresses.coverage} className={LINK}>
          {words.hints(hints)}
        </Link>
      ) : null}
    </nav>
  );
}

/** An empty part has no heading; one sentence says of all of them that they are empty. */
function NothingApart() {
  const { locale } = useReader();
  const words = useWords().apart.nothing;
  const counts = useCounts();
  // Where answers were found since, their own part says that none is missing.
  const hasFound = (useQuery(unansweredQuery()).data?.unanswered.length ?? 0) > 0;
  const empty = PARTS.filter((part) => counts[part] === 0 && !(part === "unanswered" && hasFound));
  if (empty.length === 0) return null;
  const list = formatList(
    empty.map((part) => words[part]),
    locale,
  );
  return <p className="mt-6 text-ink-3 text-small">{phraseText(words.all, { list })}</p>;
}
