"use client";

import { useQuery } from "@tanstack/react-query";
import { useWords } from "@/components/reader";
import { useClockSync } from "@/components/time/clock";
import { Blank } from "@/components/ui/blank";
import { Button } from "@/components/ui/button";
import { teamQuery } from "@/lib/api/queries/team";
import { InvitationList } from "./invitation-list";
import { Invite } from "./invite";
import { MemberList } from "./member-list";
import { RemovedList } from "./removed-list";
import { RightsTable } from "./rights-table";

/** Who can see this inbox, what each of them may do, and for the owner how to change it. */
export function Team() {
  const words = useWords();
  const team = useQuery(teamQuery());
  useClockSync(team.data?.asOf, team.dataUpdatedAt);
  if (!team.data) {
    return (
      <Blank
        level={1}
        title={words.settings.team.failedToLoad.title}
        action={<Button onClick={() => team.refetch()}>{words.errors.retry}</Button>}
      >
        <p>{words.settings.team.failedToLoad.text}</p>
      </Blank>
    );
  }
  const { canManage, members, removed, invitations } = team.data;
  const said = words.settings.team;
  return (
    <>
      <h1 className="text-figure">{said.title}</h1>
      <p className="mt-1 text-ink-2">{said.lead(members.length)}</p>
      <MemberList members={members} canManage={canManage} />
      {canManage ? (
        <>
          <noscript>
            <p className="mt-3 text-ink-2">{said.noScript}</p>
          </noscript>
          <Invite />
          <InvitationList invitations={invitations} />
          <RemovedList removed={removed} />
        </>
      ) : (
        <p className="mt-3 text-ink-2 text-small">{said.onlyOwner}</p>
      )}
      <RightsTable />
    </>
  );
}
