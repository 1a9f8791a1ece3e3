"use client";

import { useQuery } from "@tanstack/react-query";
import { addresses } from "@/components/addresses";
import { useWords } from "@/components/reader";
import { TheirWords, theirWordsAsText } from "@/components/their-words";
import { useNow } from "@/components/time/clock";
import { Age, When } from "@/components/time/instant";
import { Link } from "@/components/ui/link";
import { Phrase } from "@/components/ui/phrase";
import { useCan } from "@/components/use-can";
import { claimKeys, claimsQuery, dismissClaim, restoreClaim } from "@/lib/api/queries/claims";
import type { Claim } from "@/lib/api/types";
import { ApartSection } from "./apart-section";
import { Dismissible } from "./dismissible";
import { useDismissal } from "./use-dismissal";
import { WantedReason } from "./wanted";

/** What we were told and could not prove, each with why and what to do. */
export function Claims() {
  const words = useWords().apart.claims;
  const query = useQuery(claimsQuery());
  const canDismiss = useCan("add_requests");
  const dismissal = useDismissal({
    items: query.data?.claims ?? [],
    queryKey: claimKeys.all,
    dismiss: dismissClaim,
    restore: restoreClaim,
  });
  return (
    <ApartSection id="claims" title={words.title} text={words.text} count={dismissal.count} query={query}>
      {dismissal.shown.length === 0
        ? null
        : dismissal.shown.map(({ item, isDismissed }) => (
            <Dismissible
              key={item.id}
              item={item}
              isDismissed={isDismissed}
              name={theirWordsAsText(item.id)}
              dismissal={dismissal}
              canDismiss={canDismiss && item.whyCode !== "checking"}
            >
              <ClaimEntry claim={item} />
            </Dismissible>
          ))}
    </ApartSection>
  );
}

/** What another token would mend. */
const wantsToken: ReadonlySet<string> = new Set(["not_visible", "scope", "refused", "not_connected"]);

function ClaimEntry({ claim }: { claim: Claim }) {
  const words = useWords().apart.claims;
  const canConnect = useCan("manage_connection");
  const now = useNow();
  const isTriedAgain = claim.nextTryAt !== null && Date.parse(claim.nextTryAt) > now.getTime();
  return (
    <>
      <p className="flex flex-wrap justify-between gap-x-4">
        <span className="font-medium text-ink">
          <TheirWords text={claim.id} />
        </span>
        <span className="text-ink-3">
          <ClaimOrigin claim={claim} />
        </span>
      </p>
      <p className="max-w-sheet text-ink-2">
        {claim.why} {claim.remedy}{" "}
        {canConnect && wantsToken.has(claim.whyCode) ? (
          <Link href={addresses.connection} className="font-medium text-pen hover:underline">
            {words.connection}
          </Link>
        ) : null}{" "}
        {isTriedAgain && claim.nextTryAt ? (
          <span className="text-ink-3">
            <Phrase text={words.nextTry} when={<When at={claim.nextTryAt} />} />
          </span>
        ) : null}
      </p>
      <WantedReason agent={claim.agent} />
    </>
  );
}

/** By which way it reached us, and when. */
export function ClaimOrigin({ claim: { way, label, receivedAt } }: { claim: Claim }) {
  const { ways } = useWords().apart.claims;
  return (
    <>
      <Phrase
        text={way === "paste" ? ways.paste : label ? ways.capture : ways.captureNobody}
        label={label && <TheirWords text={label} />}
      />
      {", "}
      <Age at={receivedAt} />
    </>
  );
}
