"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useRef, useState } from "react";
import { addresses } from "@/components/addresses";
import { useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Button } from "@/components/ui/button";
import { fieldLook } from "@/components/ui/field";
import { BackIcon, CheckIcon, ClockIcon, CrossIcon, WarningIcon } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { phraseText } from "@/components/ui/phrase";
import { useCan } from "@/components/use-can";
import { approvalKeys } from "@/lib/api/queries/approval-keys";
import { claimKeys } from "@/lib/api/queries/claims";
import { type PasteOutcome, type PasteResult, pasteRequests } from "@/lib/api/queries/paste";
import { summaryKeys, summaryQuery } from "@/lib/api/queries/summary";

/** Links or ids, one a line; each line is answered for by itself. */
export function AddForm({ shared = "" }: { shared?: string }) {
  const words = useWords().add;
  const canAdd = useCan("add_requests");
  return (
    <div className="max-w-sheet">
      <Link
        href={addresses.inbox}
        className="-ms-1 inline-flex min-h-touch items-center gap-1 pe-3 font-medium text-pen text-small desk:hidden"
      >
        <BackIcon />
        {words.back}
      </Link>
      <h1 className="text-figure">{words.title}</h1>
      <p className="mt-1 text-ink-2">{canAdd ? words.text : words.onlyOwner}</p>
      {canAdd ? <PasteForm shared={shared} /> : null}
    </div>
  );
}

/** The call takes no more. */
const mostLines = 200;

function PasteForm({ shared }: { shared: string }) {
  const words = useWords().add;
  const fieldId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const queries = useQueryClient();
  const [fault, setFault] = useState<"empty" | "tooMany" | null>(null);
  const origin = useQuery(summaryQuery()).data?.connection.origin ?? null;
  const paste = useMutation({
    mutationFn: pasteRequests,
    onSuccess: () => {
      if (field.current) field.current.value = "";
      return Promise.all(
        [approvalKeys.all, claimKeys.all, summaryKeys.all].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    const text = field.current?.value ?? "";
    const found = text.trim() === "" ? "empty" : text.split("\n").length > mostLines ? "tooMany" : null;
    setFault(found);
    if (found !== null) field.current?.focus();
    else paste.mutate(text);
  }
  const problem = fault
    ? words[fault]
    : paste.isError
      ? phraseText(words.failed, { why: paste.error.message })
      : null;
  return (
    <>
      <form onSubmit={submit} className="mt-5 grid gap-3">
        {shared === "" ? null : <p className="text-ink-2">{words.shared}</p>}
        <label htmlFor={fieldId} className="font-medium text-small">
          {words.label}
        </label>
        <textarea
          ref={field}
          id={fieldId}
          rows={5}
          defaultValue={shared}
          spellCheck={false}
          autoCapitalize="none"
          autoCorrect="off"
          placeholder={origin === null ? undefined : phraseText(words.placeholder, { origin })}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${fieldId}-problem` : undefined}
          className={fieldLook}
        />
        {problem ? (
          <p id={`${fieldId}-problem`} role="alert" className="text-last text-small">
            {problem}
          </p>
        ) : null}
        <Button type="submit" variant="primary" disabled={paste.isPending}>
          {paste.isPending ? words.sending : words.submit}
        </Button>
      </form>
      <div aria-live="polite">{paste.data ? <Results {...paste.data} title={words.results} /> : null}</div>
    </>
  );
}

const ICONS: Record<PasteOutcome, React.ReactNode> = {
  listed: <CheckIcon className="mt-px size-icon shrink-0 text-good" />,
  claimed: <ClockIcon className="mt-px size-icon shrink-0 text-ink-2" />,
  not_a_link: <CrossIcon className="mt-px size-icon shrink-0 text-ink-3" />,
  other_origin: <CrossIcon className="mt-px size-icon shrink-0 text-last" />,
  other_page: <CrossIcon className="mt-px size-icon shrink-0 text-last" />,
  odd_link: <CrossIcon className="mt-px size-icon shrink-0 text-last" />,
  secret: <WarningIcon className="mt-px size-icon shrink-0 text-last" />,
};

function Results({
  results,
  example,
  title,
}: {
  results: readonly PasteResult[];
  /** A right link, of the connected account's site. */
  example: string;
  title: string;
}) {
  const words = useWords().add;
  const id = useId();
  return (
    <section aria-labelledby={id} className="mt-6">
      <h2 id={id} className="border-b pb-2 font-semibold text-ink-2 text-small">
        {title}
      </h2>
      <ul>
        {results.map(({ line, outcome, id: approvalId, leadsTo }, index) => (
          <li key={`${index.toString()} ${line}`} className="flex gap-3 border-b py-3">
            {ICONS[outcome]}
            <span className="min-w-0 flex-1">
              <span className="line-clamp-2 text-small">
                <TheirWords text={line} />
              </span>
              <span className="block text-small [overflow-wrap:anywhere]">
                {phraseText(words.outcomes[outcome], {
                  leadsTo: leadsTo ?? "",
                  origin: new URL(example).origin,
                  example,
                })}
              </span>
            </span>
            {approvalId && (outcome === "listed" || outcome === "claimed") ? (
              <Link
                href={addresses.approval(approvalId)}
                className="self-center font-medium text-pen text-small hover:underline"
              >
                {words.open}
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
