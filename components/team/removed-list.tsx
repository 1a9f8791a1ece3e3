"use client";

import { useEffect, useRef, useState } from "react";
import { useSettingsWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Age } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Phrase, phraseText } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import type { Team } from "@/lib/api/types";
import { nameOf } from "./name-of";
import { NewLink } from "./new-link";
import { useInvite } from "./use-invite";

type Removed = Team["removed"][number];

/** Who was here. Only from here do they come back as who they were. */
export function RemovedList({ removed }: { removed: readonly Removed[] }) {
  const team = useSettingsWords().team;
  const words = team.removed;
  const make = useInvite();
  const [who, setWho] = useState<string | null>(null);
  const focusNext = useRef<string | null>(null);
  useEffect(() => {
    if (make.data || focusNext.current === null) return;
    document.getElementById(focusNext.current)?.focus();
    focusNext.current = null;
  }, [make.data]);
  if (removed.length === 0) return null;
  function again(id: string) {
    setWho(id);
    make.mutate({ personId: id });
  }
  return (
    <Section title={words.title}>
      <p className="mb-2 text-ink-2 text-small">{words.text}</p>
      <ul className="border-t">
        {removed.map((person) => (
          <li key={person.id} className="border-b py-3">
            <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4">
              <div className="min-w-0">
                <p className="text-ink-2">
                  <TheirWords text={person.name ?? person.email} />
                </p>
                <p className="text-ink-3 text-small">
                  {person.name === null ? null : (
                    <>
                      <TheirWords text={person.email} />
                      {" · "}
                    </>
                  )}
                  <Phrase text={words.when} ago={<Age at={person.removedAt} />} />
                </p>
              </div>
              <Button
                id={`again-${person.id}`}
                aria-label={phraseText(words.againWho, { name: nameOf(person) })}
                disabled={make.isPending || make.data !== undefined}
                onClick={() => again(person.id)}
              >
                {words.again}
              </Button>
            </div>
            {who === person.id && make.data ? (
              <NewLink
                link={make.data.link}
                done={() => {
                  focusNext.current = `again-${person.id}`;
                  make.reset();
                }}
              />
            ) : null}
            {who === person.id && make.isError ? (
              <div className="mt-2">
                <Notice role="alert" tone="alert">
                  <p>{phraseText(team.failed, { why: make.error.message })}</p>
                </Notice>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}
