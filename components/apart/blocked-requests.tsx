"use client";

import { useQuery } from "@tanstack/react-query";
import { useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Age } from "@/components/time/instant";
import { OutLink } from "@/components/ui/button";
import { OutIcon, WarningIcon } from "@/components/ui/icons";
import { Phrase } from "@/components/ui/phrase";
import { useCan } from "@/components/use-can";
import { blockedKeys, blockedQuery, dismissBlocked, restoreBlocked } from "@/lib/api/queries/blocked";
import type { Blocked } from "@/lib/api/types";
import { ApartSection } from "./apart-section";
import { Dismissible } from "./dismissible";
import { useDismissal } from "./use-dismissal";
import { useWantedNames, Wanted, WantedFigure, WantedReason, WantedUnknown } from "./wanted";

/** Wanted to, could not, because. Nothing here waits for a decision, so nothing here is counted. */
export function BlockedRequests() {
  const words = useWords().apart.blocked;
  const query = useQuery(blockedQuery());
  const canDismiss = useCan("dismiss_blocked");
  const dismissal = useDismissal({
    items: query.data?.blocked ?? [],
    queryKey: blockedKeys.all,
    dismiss: dismissBlocked,
    restore: restoreBlocked,
  });
  const nameOf = useWantedNames(dismissal.shown.map(({ item }) => item));
  return (
    <ApartSection id="blocked" title={words.title} text={words.text} count={dismissal.count} query={query}>
      {dismissal.shown.length === 0
        ? null
        : dismissal.shown.map(({ item, isDismissed }) => (
            <Dismissible
              key={item.id}
              item={item}
              isDismissed={isDismissed}
              name={nameOf(item.id)}
              dismissal={dismissal}
              canDismiss={canDismiss}
            >
              <BlockedRequest blocked={item} />
            </Dismissible>
          ))}
    </ApartSection>
  );
}

function BlockedRequest({ blocked }: { blocked: Blocked }) {
  const words = useWords().apart;
  const { agent, times, lastAt, reason } = blocked;
  const known = reasonIn(words.blocked.reasons, reason);
  return (
    <>
      <p className="flex justify-between gap-x-4">
        <span className="min-w-0 text-body text-ink-2">
          <Wanted wanted={blocked} />
          <span className="block text-ink-3 text-small">
            <Phrase
              text={words.triedBy}
              agent={agent?.name ? <TheirWords text={agent.name} /> : words.anAgent}
              times={words.times(times)}
              ago={<Age at={lastAt} />}
            />
          </span>
        </span>
        <WantedFigure wanted={blocked} />
      </p>
      <WantedUnknown about={blocked.about} />
      <dl className="mt-2 grid gap-y-1">
        <Line name={words.blocked.because}>
          {known ? (
            known.why
          ) : (
            <Phrase text={words.blocked.unknownReason} reason={<TheirWords text={reason} />} />
          )}
        </Line>
        <Line name={words.blocked.next}>
          {(known ?? words.blocked.reasons.other).next}
          <UpstreamLink blocked={blocked} label={known?.link ?? words.blocked.anyLink} />
        </Line>
      </dl>
      <WantedReason agent={agent} />
    </>
  );
}

function Line({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div className="grid gap-x-3 pad:grid-cols-facts">
      <dt className="text-ink-3">{name}</dt>
      <dd className="text-ink-2">{children}</dd>
    </div>
  );
}

/** OpenTrain's own way to mend it, if it is of the account's origin. */
function UpstreamLink({ blocked: { link, linkState }, label }: { blocked: Blocked; label: string }) {
  const { apart, detail } = useWords();
  if (linkState === "quarantined") {
    return (
      <span className="mt-1 flex items-start gap-2 text-last">
        <WarningIcon className="mt-px size-4 shrink-0" />
        {apart.blocked.linkAside}
      </span>
    );
  }
  if (link === null || linkState !== "ok") return null;
  return (
    <span className="block">
      <OutLink href={link} variant="plain" size="inline" className="text-small">
        {label}
        <OutIcon className="size-3" />
        <span className="sr-only">{`, ${detail.leave.newTab}`}</span>
      </OutLink>
    </span>
  );
}

type Reasons = ReturnType<typeof useWords>["apart"]["blocked"]["reasons"];

function reasonIn(reasons: Reasons, reason: string) {
  return Object.hasOwn(reasons, reason) ? reasons[reason as keyof Reasons] : null;
}
