"use client";

import { useQuery } from "@tanstack/react-query";
import { addresses } from "@/components/addresses";
import { useDomainWords, useWords } from "@/components/reader";
import { useAtNow } from "@/components/time/clock";
import { Age, When } from "@/components/time/instant";
import { Blank } from "@/components/ui/blank";
import { Button, ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Phrase } from "@/components/ui/phrase";
import { useCan } from "@/components/use-can";
import { isApiFailure } from "@/lib/api/queries/api-failure";
import { settledApprovalsQuery } from "@/lib/api/queries/settled-approvals";
import { summaryQuery } from "@/lib/api/queries/summary";
import type { Approval } from "@/lib/api/types";
import { RequestName } from "./request-name";

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
  const hasNever = useQuery(summaryQuery()).data?.handedOver === false;
  const canAdd = useCan("add_requests");
  const Heading = isPage ? "h1" : "h2";
  if (!hasNever) return <Calm Heading={Heading} canAdd={canAdd} />;
  return (
    <>
      <Heading className="text-figure">{words.never.title}</Heading>
      <div className="mt-3 max-w-sheet space-y-3 text-ink-2">
        <p>{words.never.text}</p>
        {canAdd ? (
          <ol className="list-decimal space-y-1 ps-5">
            {words.never.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        ) : (
          <p>{words.never.onlyOwner}</p>
        )}
      </div>
      {canAdd ? (
        <div className="mt-5 flex flex-wrap gap-3">
          <ButtonLink href={addresses.capture} variant="primary">
            {words.never.key}
          </ButtonLink>
          <ButtonLink href={addresses.add}>{words.never.paste}</ButtonLink>
        </div>
      ) : null}
    </>
  );
}

/** A good moment: what was checked and when, what was decided lately, and that nothing is asked of anybody. */
function Calm({ Heading, canAdd }: { Heading: "h1" | "h2"; canAdd: boolean }) {
  const { inbox: words, inboxList } = useWords();
  const { calm } = inboxList;
  const checkedAt = useQuery(summaryQuery()).data?.sync.lastReadAt ?? null;
  const settled = useQuery(settledApprovalsQuery(null)).data?.approvals ?? [];
  return (
    <>
      <Heading className="text-figure">{words.nothing.title}</Heading>
      <p className="mt-1 text-ink-2">
        {calm.next}
        {checkedAt === null ? null : (
          <>
            {" "}
            <Phrase text={calm.checked} ago={<Age at={checkedAt} />} />
          </>
        )}
      </p>
      <Lately settled={settled} />
      <p className="mt-5 max-w-sheet text-ink-3 text-small">{words.nothing.text}</p>
      <div className="mt-5 flex flex-wrap gap-3">
        {settled.length > 0 ? (
          <ButtonLink href={addresses.history}>{words.nothing.history}</ButtonLink>
        ) : null}
        {canAdd ? <ButtonLink href={addresses.add}>{words.add}</ButtonLink> : null}
      </div>
    </>
  );
}

const DAY_MS = 24 * 3_600_000;
const FEW = 5;

function Lately({ settled }: { settled: readonly Approval[] }) {
  const words = useWords().inboxList.calm;
  const phases = useDomainWords().phases;
  const hour = useAtNow((now) => Math.floor(now.getTime() / 3_600_000));
  const lately = settled.flatMap((approval) => {
    const at = settledAtOf(approval);
    return at !== null && hour * 3_600_000 - at < DAY_MS
      ? [{ approval, at: new Date(at).toISOString() }]
      : [];
  });
  if (settled.length === 0) return null;
  return (
    <section className="mt-5 border-t pt-4">
      <h2 className="font-semibold text-ink-2 text-small">
        {lately.length === 0 ? words.none : words.today(lately.length)}
      </h2>
      <ul className="mt-1">
        {lately.slice(0, FEW).map(({ approval, at }) => (
          <li key={approval.id} className="border-b last:border-b-0">
            <Link
              href={addresses.approval(approval.id)}
              className="flex min-h-touch flex-wrap items-center justify-between gap-x-4 rounded-tight py-2 hover:bg-wash"
            >
              <span className="min-w-0">
                <RequestName approval={approval} />
              </span>
              <span className="text-ink-2 text-small">
                {phases[approval.phase]} · <Age at={at} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** By OpenTrain's clock: the earlier of its answer and its deadline. */
function settledAtOf({ resolvedAt, expiresAt }: Approval): number | null {
  const times = [resolvedAt, expiresAt].flatMap((at) => (at === null ? [] : Date.parse(at)));
  return times.length === 0 ? null : Math.min(...times);
}

/** The filters leave nothing: what else waits is said, and how soon. */
export function NoneMatches({
  others,
  nextExpiresAt,
  href,
}: {
  others: number;
  nextExpiresAt: string | null;
  href: string;
}) {
  const words = useWords().inboxList.none;
  return (
    <div className="mt-5">
      <Blank
        title={words.title}
        action={
          <ButtonLink href={href} scroll={false}>
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
