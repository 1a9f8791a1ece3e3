"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId, useRef, useState } from "react";
import { useSettingsWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Age } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Phrase, phraseText } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import { Tag } from "@/components/ui/tag";
import { removeMember, teamKeys } from "@/lib/api/queries/team";
import type { Team } from "@/lib/api/types";
import { nameOf } from "./name-of";

type Member = Team["members"][number];

/** One row a person. Removing asks once, in the row, and says what it does. */
export function MemberList({ members, canManage }: { members: readonly Member[]; canManage: boolean }) {
  const words = useSettingsWords().team;
  const queries = useQueryClient();
  const list = useRef<HTMLUListElement>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const [gone, setGone] = useState<string | null>(null);
  const remove = useMutation({
    mutationFn: (member: Member) => removeMember(member.id),
    onSuccess: async (_nothing, member) => {
      await queries.invalidateQueries({ queryKey: teamKeys.all });
      setAsked(null);
      setGone(nameOf(member));
      list.current?.focus();
    },
  });
  const open = (id: string | null) => {
    remove.reset();
    setGone(null);
    setAsked(id);
  };
  return (
    <Section title={words.members}>
      <ul ref={list} tabIndex={-1} className="border-t outline-none">
        {members.map((member) => (
          <li key={member.id} className="border-b py-3">
            <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4">
              <Who member={member} />
              {member.canBeRemoved ? (
                <Button
                  id={`remove-${member.id}`}
                  aria-label={phraseText(words.removeWho, { name: nameOf(member) })}
                  aria-expanded={asked === member.id}
                  onClick={() => open(asked === member.id ? null : member.id)}
                >
                  {words.remove}
                </Button>
              ) : canManage ? (
                <span className="max-w-[9rem] text-end text-ink-3 text-caption pad:max-w-none">
                  {words.lastOwner}
                </span>
              ) : null}
            </div>
            {asked === member.id ? (
              <Ask
                member={member}
                isSending={remove.isPending}
                problem={remove.isError ? remove.error.message : null}
                remove={() => remove.mutate(member)}
                keep={() => {
                  open(null);
                  document.getElementById(`remove-${member.id}`)?.focus();
                }}
              />
            ) : null}
          </li>
        ))}
      </ul>
      <p role="status" className="mt-2 text-ink-2 text-small empty:hidden">
        {gone === null ? null : phraseText(words.wasRemoved, { name: gone })}
      </p>
    </Section>
  );
}

function Who({ member }: { member: Member }) {
  const words = useSettingsWords().team;
  const { name, email, role, isYou, lastUsedAt } = member;
  return (
    <div className="min-w-0">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="font-semibold">
          <TheirWords text={name ?? email} />
        </span>
        <Tag>{words.roles[role]}</Tag>
        {isYou ? <span className="text-ink-3 text-small">{words.you}</span> : null}
      </p>
      {name === null ? null : (
        <p className="text-ink-2 text-small">
          <TheirWords text={email} />
        </p>
      )}
      {lastUsedAt ? (
        <p className="text-ink-3 text-small">
          <Phrase text={words.lastUsed} ago={<Age at={lastUsedAt} />} />
        </p>
      ) : null}
    </div>
  );
}

function Ask({
  member,
  isSending,
  problem,
  remove,
  keep,
}: {
  member: Member;
  isSending: boolean;
  problem: string | null;
  remove: () => void;
  keep: () => void;
}) {
  const words = useSettingsWords().team;
  const name = nameOf(member);
  const questionId = useId();
  return (
    <div className="mt-3 rounded bg-wash px-4 py-3">
      <p id={questionId} className="text-small">
        {phraseText(words.removeAsk, { name })}
      </p>
      {problem ? (
        <div className="mt-2">
          <Notice role="alert" tone="alert">
            <p>{phraseText(words.failed, { why: problem })}</p>
          </Notice>
        </div>
      ) : null}
      <div className="mt-3 flex flex-wrap gap-3">
        <Button onClick={remove} disabled={isSending} aria-describedby={questionId} variant="grave">
          {isSending ? words.removing : phraseText(words.removeWho, { name })}
        </Button>
        {/* Two presses of Enter must not remove anybody. */}
        <Button onClick={keep} disabled={isSending} aria-describedby={questionId} autoFocus>
          {words.keep}
        </Button>
      </div>
    </div>
  );
}
