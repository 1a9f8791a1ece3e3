"use client";

import { useQuery } from "@tanstack/react-query";
import { addresses } from "@/components/addresses";
import { useWords } from "@/components/reader";
import { Blank } from "@/components/ui/blank";
import { Button, ButtonLink } from "@/components/ui/button";
import { Phrase } from "@/components/ui/phrase";
import { isApiFailure } from "@/lib/api/queries/api-failure";
import { settledApprovalsQuery } from "@/lib/api/queries/settled-approvals";

export function NotConnected({ state }: { state: "none" | "disconnected" }) {
  const words = useWords().inbox;
  const said = state === "none" ? words.notConnected : words.disconnected;
  return (
    <Blank
      level={1}
      title={said.title}
      action={
        <ButtonLink href={addresses.settings} variant="primary">
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

/** Calm when all was answered; helpful when nothing ever came. */
export function NothingWaiting() {
  const words = useWords().inbox;
  const settled = useQuery(settledApprovalsQuery(null));
  if (settled.data && settled.data.approvals.length === 0) return <NeverCaptured />;
  return (
    <div className="mt-5">
      <Blank
        title={words.nothing.title}
        action={<ButtonLink href={addresses.history}>{words.nothing.history}</ButtonLink>}
      >
        <p>{words.nothing.text}</p>
      </Blank>
    </div>
  );
}

function NeverCaptured() {
  const words = useWords().inbox.never;
  return (
    <div className="mt-5">
      <Blank
        title={words.title}
        action={
          <>
            <ButtonLink href={addresses.settings} variant="primary">
              {words.key}
            </ButtonLink>
            <ButtonLink href={addresses.add}>{words.paste}</ButtonLink>
          </>
        }
      >
        <p>{words.text}</p>
        <ol className="list-decimal space-y-1 ps-5">
          {words.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </Blank>
    </div>
  );
}

export function NoneOfThisKind({ others, pathname }: { others: number; pathname: string }) {
  const words = useWords().inbox.filtered;
  return (
    <div className="mt-5">
      <Blank title={words.title} action={<ButtonLink href={pathname}>{words.all}</ButtonLink>}>
        <p>{words.text(others)}</p>
      </Blank>
    </div>
  );
}
