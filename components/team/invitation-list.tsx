"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useReader, useSettingsWords } from "@/components/reader";
import { TheirWords, theirWordsAsText } from "@/components/their-words";
import { useNow } from "@/components/time/clock";
import { Age, Instant } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Phrase, phraseText } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import { revokeInvitation, teamKeys } from "@/lib/api/queries/team";
import type { Team } from "@/lib/api/types";
import { formatAge } from "@/lib/messages/format";

type Invitation = Team["invitations"][number];

/** Every link that was made, the latest first, and what became of it. */
export function InvitationList({ invitations }: { invitations: readonly Invitation[] }) {
  const team = useSettingsWords().team;
  const words = team.invitations;
  const { locale } = useReader();
  const now = useNow();
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: revokeInvitation,
    onSettled: () => queries.invalidateQueries({ queryKey: teamKeys.all }),
  });
  if (invitations.length === 0) return null;
  return (
    <Section title={words.title}>
      {revoke.isError ? (
        <Notice role="alert" tone="alert">
          <p>{phraseText(team.failed, { why: revoke.error.message })}</p>
        </Notice>
      ) : null}
      <ul className="border-t">
        {invitations.map((invitation) => {
          const { id, label, state, createdAt } = invitation;
          const which =
            label === null
              ? phraseText(words.revokeUnnamed, { when: formatAge(new Date(createdAt), { locale, now }) })
              : phraseText(words.revokeWho, { name: theirWordsAsText(label) });
          return (
            <li
              key={id}
              className="grid min-h-touch grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 border-b py-3"
            >
              <div className="min-w-0">
                <p className={state === "open" ? "font-medium" : "text-ink-2"}>
                  {label === null ? words.unnamed : <TheirWords text={label} />}
                </p>
                <p className="text-ink-3 text-small">
                  {team.roles[invitation.role]}
                  {" · "}
                  <State invitation={invitation} />
                </p>
              </div>
              {state === "open" ? (
                <Button aria-label={which} onClick={() => revoke.mutate(id)} disabled={revoke.isPending}>
                  {words.revoke}
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function State({ invitation: { state, expiresAt, endedAt, usedBy } }: { invitation: Invitation }) {
  const words = useSettingsWords().team.invitations;
  const ago = <Age at={endedAt ?? expiresAt} />;
  if (state === "open") return <Phrase text={words.open} when={<Instant at={expiresAt} />} />;
  if (state !== "used") return <Phrase text={words[state]} ago={ago} />;
  if (usedBy === null) return <Phrase text={words.usedByNobody} ago={ago} />;
  return <Phrase text={words.used} name={<TheirWords text={usedBy} />} ago={ago} />;
}
