"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useReader, useSettingsWords } from "@/components/reader";
import { useClockSync, useNow } from "@/components/time/clock";
import { Age, When } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Phrase, phraseText } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import { Tag } from "@/components/ui/tag";
import { endOtherSessions, endSession, sessionKeys, sessionsQuery } from "@/lib/api/queries/sessions";
import type { OwnSession } from "@/lib/api/types";
import { formatAge } from "@/lib/messages/format";

/** Every place one is signed in, this one first. */
export function SessionList() {
  const words = useSettingsWords().security.sessions;
  const queries = useQueryClient();
  const list = useRef<HTMLUListElement>(null);
  const sessions = useQuery(sessionsQuery());
  useClockSync(sessions.data?.asOf, sessions.dataUpdatedAt);
  const settled = {
    onSuccess: () => list.current?.focus(),
    onSettled: () => queries.invalidateQueries({ queryKey: sessionKeys.all }),
  };
  const endOne = useMutation({ mutationFn: endSession, ...settled });
  const endOthers = useMutation({ mutationFn: endOtherSessions, ...settled });
  const failure = endOne.error ?? endOthers.error;
  const shown = sessions.data?.sessions ?? [];
  const others = shown.filter(({ isThis }) => !isThis).length;
  return (
    <Section title={words.title}>
      {sessions.isError && !sessions.data ? <p className="text-ink-2">{words.failedToLoad}</p> : null}
      <ul ref={list} tabIndex={-1} className="border-t outline-none">
        {shown.map((session) => (
          <li
            key={session.id}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-b py-3"
          >
            <Session session={session} />
            {session.isThis ? null : (
              <End session={session} isSending={endOne.isPending} end={() => endOne.mutate(session.id)} />
            )}
          </li>
        ))}
      </ul>
      {failure ? (
        <div className="mt-3">
          <Notice role="alert" tone="alert">
            <p>{phraseText(words.failed, { why: failure.message })}</p>
          </Notice>
        </div>
      ) : null}
      <div className="mt-3">
        {others > 0 ? (
          <Button onClick={() => endOthers.mutate()} disabled={endOthers.isPending}>
            {words.endOthers}
          </Button>
        ) : sessions.data ? (
          <p className="text-ink-3 text-small">{words.onlyThis}</p>
        ) : null}
      </div>
      <p role="status" className="mt-2 text-ink-2 text-small empty:hidden">
        {endOthers.data && !endOthers.isPending ? words.ended(endOthers.data.ended) : null}
      </p>
    </Section>
  );
}

function Session({ session }: { session: OwnSession }) {
  const words = useSettingsWords().security.sessions;
  const { network } = session;
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="font-semibold">{useDeviceName(session)}</span>
        {session.isThis ? <Tag tone="good">{words.this}</Tag> : null}
      </p>
      <p className="text-ink-2 text-small">
        <Phrase text={words.lastUsed} ago={<Age at={session.lastUsedAt} />} />
      </p>
      <p className="text-ink-3 text-small">
        <Phrase text={words.since} when={<When at={session.startedAt} />} />
        {network === null
          ? null
          : `, ${network === "loopback" ? words.loopback : phraseText(words.from, { network })}`}
      </p>
    </div>
  );
}

function End({ session, isSending, end }: { session: OwnSession; isSending: boolean; end: () => void }) {
  const words = useSettingsWords().security.sessions;
  const { locale } = useReader();
  const now = useNow();
  const when = formatAge(new Date(session.lastUsedAt), { locale, now });
  return (
    <Button
      aria-label={phraseText(words.endWhich, { device: useDeviceName(session), when })}
      onClick={end}
      disabled={isSending}
    >
      {words.end}
    </Button>
  );
}

/** "Chrome on Android"; as much of it as is known. */
function useDeviceName({ device: { browser, system } }: OwnSession): string {
  const words = useSettingsWords().security.sessions;
  if (browser !== null && system !== null) return phraseText(words.device, { browser, system });
  return browser ?? system ?? words.unknown;
}
