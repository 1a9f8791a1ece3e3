"use client";

import { useQuery } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { useReader, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { useNow } from "@/components/time/clock";
import { Phrase } from "@/components/ui/phrase";
import { summaryQuery } from "@/lib/api/queries/summary";
import { formatInstant } from "@/lib/messages/format";

/** On paper only: whose statement this is, when and by whom it was printed, and where it stands. */
export function PrintHead() {
  const { locale, timeZone, name } = useReader();
  const words = useWords();
  const summary = useQuery(summaryQuery()).data;
  const now = useNow();
  const address = useSyncExternalStore(subscribe, readAddress, noAddress);
  return (
    <div
      data-slot="print-head"
      className="mb-5 hidden border-ink border-b-[1.5px] pb-2 text-small print:block"
    >
      <p className="flex justify-between gap-4 font-semibold">
        <span>{summary?.workspace ? <TheirWords text={summary.workspace.name} /> : null}</span>
        <span>{words.app.name}</span>
      </p>
      <p className="text-ink-2">
        <Phrase
          text={words.print.printed}
          when={formatInstant(now, timeZone, locale, new Date(0))}
          who={<TheirWords text={name} />}
        />
      </p>
      {address === null ? null : <p className="text-ink-2">{address}</p>}
      {summary?.connection.state === "sandbox" ? (
        <p className="font-semibold">{`${words.sandbox.name} ${words.sandbox.text}`}</p>
      ) : null}
    </div>
  );
}

function subscribe(): () => void {
  return () => undefined;
}
const readAddress = () => `${window.location.origin}${window.location.pathname}`;
const noAddress = () => null;
