"use client";

import { useQuery } from "@tanstack/react-query";
import { addresses } from "@/components/addresses";
import { useWords } from "@/components/reader";
import { Age, When } from "@/components/time/instant";
import { Blank } from "@/components/ui/blank";
import { Button, ButtonLink } from "@/components/ui/button";
import { Phrase } from "@/components/ui/phrase";
import { useCan } from "@/components/use-can";
import { isApiFailure } from "@/lib/api/queries/api-failure";
import { settledApprovalsQuery } from "@/lib/api/queries/settled-approvals";
import { summaryQuery } from "@/lib/api/queries/summary";

export function NotConnected({ state }: { state: "none" | "disconnected" }) {
  const words = useWords().inbox;
  const said = state === "none" ? words.notConnected : words.disconnected;
  return (
    <Blank
      level={1}
      title={said.title}
      action={
        <ButtonLink href={addresses.connection} variant="primary">
          {words.notConnected.action}
        </ButtonLink>
      }
    >
      <p>{said.text}</p>
    </Blank>
  );
}

export function ListFailed({ error, retry }: { error: unknown; retry: () => void }) {
  const words = useWords().inbox.failed;
  const reference = isApiFailure(error) ? error.requestId : null;
  return (
    <Blank level={1} title={words.title} action={<Button onClick={retry}>{words.retry}</Button>}>
      <p>{words.text}</p>
      {reference ? (
        <p className="text-ink-3 text-small">
          <Phrase text={words.reference} id={reference} />
        </p>
      ) : null}
    </Blank>
  );
}

/** Empty, and no answer to whether something waits. */
export function NothingRead({ isPage, lastReadAt }: { isPage: boolean; lastReadAt: string | null }) {
  const words = useWords().inbox;
  const Heading = isPage ? "h1" : "h2";
  const said = words.nothingRead;
  return (
    <>
      <Heading className="text-figure">{lastReadAt === null ? said.titleNever : said.title}</Heading>
      <p className="mt-3 max-w-sheet text-ink-2">
        {lastReadAt === null ? said.textNever : <Phrase text={said.text} ago={<Age at={lastReadAt} />} />}
      </p>
      <div className="mt-5 flex flex-wrap gap-3">
        <ButtonLink href={addresses.connection}>{words.notConnected.action}</ButtonLink>
        <ButtonLink href={addresses.history}>{words.nothing.history}</ButtonLink>
      </div>
    </>
  );
}

/** Calm when all that was handed over is decided; helpful while nothing ever was. */
export function NothingWaiting({ isPage }: { isPage: boolean }) {
  const words = useWords().inbox;
  const settled = useQuery(settledApprovalsQuery(null));
  const Heading = isPage ? "h1" : "h2";
  const hasNever = useQuery(summaryQuery()).data?.handedOver === false;
  const hasHistory = (settled.data?.approvals.length ?? 0) > 0;
  const canAdd = useCan("add_requests");
  const said = hasNever ? words.never : words.nothing;
  return (
    <>
      <Heading className="text-figure">{said.title}</Heading>
      <div className="mt-3 max-w-sheet space-y-3 text-ink-2">
        <p>{said.text}</p>
        {hasNever && canAdd ? (
          <ol className="list-decimal space-y-1 ps-5">
            {words.never.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        ) : null}
        {hasNever && !canAdd ? <p>{words.never.onlyOwner}</p> : null}
      </div>
      <div className="mt-5 flex flex-wrap gap-3">
        {hasNever && canAdd ? (
          <>
            <ButtonLink href={addresses.capture} variant="primary">
              {words.never.key}
            </ButtonLink>
            <ButtonLink href={addresses.add}>{words.never.paste}</ButtonLink>
          </>
        ) : null}
        {hasHistory ? <ButtonLink href={addresses.history}>{words.nothing.history}</ButtonLink> : null}
        {!hasNever && canAdd ? <ButtonLink href={addresses.add}>{words.add}</ButtonLink> : null}
      </div>
    </>
  );
}

/** The filters leave nothing: what else waits is said, and how soon. */
export function NoneMatches({
  others,
  nextExpiresAt,
  href,
  goTo,
}: {
  others: number;
  nextExpiresAt: string | null;
  href: string;
  goTo: () => void;
}) {
  const words = useWords().inboxList.none;
  return (
    <div className="mt-5">
      <Blank
        title={words.title}
        action={
          <ButtonLink
            href={href}
            prefetch={false}
            scroll={false}
            onNavigate={(event) => {
              event.preventDefault();
              goTo();
            }}
          >
            {words.clear}
          </ButtonLink>
        }
      >
        <p>
          {words.text(others)}{" "}
          {nextExpiresAt === null ? null : <Phrase text={words.next} when={<When at={nextExpiresAt} />} />}
        </p>
      </Blank>
    </div>
  );
}
