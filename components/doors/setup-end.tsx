"use client";

import { addresses } from "@/components/addresses";
import { useDoorWords } from "@/components/reader";
import { ButtonLink } from "@/components/ui/button";
import { Command } from "@/components/ui/command";
import { Phrase } from "@/components/ui/phrase";
import type { Doors } from "@/lib/messages";

export type SetupEndState = keyof Doors["setup"]["states"];

/** Every way a set-up link can end, each with its own words and its next step. */
export function SetupEnd({ state }: { state: SetupEndState }) {
  const { setup: words, commands } = useDoorWords();
  const command = state === "reset_expired" || state === "reset_spent" ? commands.reset : commands.setUp;
  const said = words.states[state];
  const canSignIn = ["already_set_up", "link_spent", "reset_spent"].includes(state);
  return (
    <>
      <h1 className="text-figure">{said.title}</h1>
      <p className="mt-3 text-ink-2">
        <Phrase text={said.text} command={<Command text={command} />} />
      </p>
      {canSignIn ? (
        <p className="mt-5">
          <ButtonLink href={addresses.signIn} variant="primary">
            {words.signIn}
          </ButtonLink>
        </p>
      ) : null}
    </>
  );
}

export function isSetupEnd(reason: string | null, words: Doors): reason is SetupEndState {
  return reason !== null && Object.hasOwn(words.setup.states, reason);
}
