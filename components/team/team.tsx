"use client";

import { useQuery } from "@tanstack/react-query";
import { useSettingsWords, useWords } from "@/components/reader";
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
  const { errors } = useWords();
  const words = useSettingsWords().team;
  const team = useQuery(teamQuery());
  useClockSync(team.data?.asOf, team.dataUpdatedAt);
  if (!team.data) {
    return (
      <Blank
        level={1}
        title={words.failedToLoad.title}
        action={<Button onClick={() => team.refetch()}>{errors.retry}</Button>}
      >
        <p>{words.failedToLoad.text}</p>
      </Blank>
    );
  }
  const { canManage, members, removed, invitations } = team.data;
  return (
    <>
      <h1 className="text-figure">{words.title}</h1>
      <p className="mt-1 text-ink-2">{words.lead(members.length)}</p>
      <MemberList members={members} canManage={canManage} />
      {canManage ? (
        <>
          <noscript>
            <p className="mt-3 text-ink-2">{words.noScript}</p>
          </noscript>
          <Invite />
          <InvitationList invitations={invitations} />
          <RemovedList removed={removed} />
        </>
      ) : (
        <p className="mt-3 text-ink-2 text-small">{words.onlyOwner}</p>
      )}
      <RightsTable />
    </>
  );
}
