"use client";

import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useReader, useWords } from "@/components/reader";
import { Age } from "@/components/time/instant";
import { Phrase } from "@/components/ui/phrase";
import { formatCount } from "@/lib/messages/format-count";
import { isNotHere } from "./is-not-here";

/** One kind of thing beside the list: its name and count, what it means, then each. Nothing of it is summed. */
export function ApartSection({
  id,
  title,
  text,
  count,
  query,
  children,
}: {
  id: string;
  title: string;
  text: string;
  count: number;
  query: Pick<UseQueryResult, "data" | "isError" | "error" | "dataUpdatedAt">;
  children: ReactNode;
}) {
  const { locale } = useReader();
  const words = useWords().apart;
  const isFailed = query.isError && !isNotHere(query.error);
  if (count === 0 && children === null && !isFailed) return null;
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="mt-6 scroll-mt-4">
      <h2 id={`${id}-title`} className="font-semibold text-body text-ink">
        {title}
        {count > 0 ? (
          <span className="font-normal text-ink-3">{` · ${formatCount(count, locale)}`}</span>
        ) : null}
      </h2>
      {isFailed ? (
        <p role="status" className="mt-1 text-ink-2 text-small">
          {query.data === undefined ? (
            words.failed
          ) : (
            <Phrase text={words.older} ago={<Age at={new Date(query.dataUpdatedAt).toISOString()} />} />
          )}
        </p>
      ) : null}
      {query.data === undefined ? null : (
        <>
          <p className="mt-1 max-w-sheet border-b border-dashed pb-2 text-ink-3 text-small">{text}</p>
          <ul>{children}</ul>
        </>
      )}
    </section>
  );
}
