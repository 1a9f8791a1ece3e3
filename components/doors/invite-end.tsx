"use client";

import { addresses } from "@/components/addresses";
import { useDoorWords } from "@/components/reader";
import { ButtonLink } from "@/components/ui/button";
import type { Doors } from "@/lib/messages";

export type InviteEndState = keyof Doors["invite"]["states"];

/** Every way an invitation can end, each with its own words and its next step. */
export function InviteEnd({ state }: { state: InviteEndState }) {
  const words = useDoorWords().invite;
  const said = words.states[state];
  const canSignIn = state === "invitation_used" || state === "invitation_already_member";
  return (
    <>
      <h1 className="text-figure">{said.title}</h1>
      <p className="mt-3 text-ink-2">{said.text}</p>
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

export function isInviteEnd(reason: string | null, words: Doors): reason is InviteEndState {
  return reason !== null && Object.hasOwn(words.invite.states, reason);
}
