"use client";

import { addresses } from "@/components/addresses";
import { useWords } from "@/components/reader";
import { ButtonLink } from "@/components/ui/button";
import { Command } from "@/components/ui/command";
import { Phrase } from "@/components/ui/phrase";
import type { Screens } from "@/lib/messages/en/screens";

export type SetupEndState = keyof Screens["doors"]["setup"]["states"];

/** Every way a set-up link can end, each with its own words and its next step. */
export function SetupEnd({ state }: { state: SetupEndState }) {
  const { setup: words, commands } = useWords().doors;
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

export function isSetupEnd(reason: string | null, words: Screens): reason is SetupEndState {
  return reason !== null && Object.hasOwn(words.doors.setup.states, reason);
}
