"use client";

import { useDomainWords, useWords } from "@/components/reader";
import { useNow } from "@/components/time/clock";
import type { Approval } from "@/lib/api/types";
import { TIME_GROUPS, type TimeGroup, timeGroupOf } from "@/lib/domain/phase";
import { Row, type RowChoice } from "./row";
import { sameNames } from "./same-names";

/** The rows by the time they have left; the order inside a group is the server's. */
export function Groups({
  approvals,
  search,
  chosen,
}: {
  approvals: readonly Approval[];
  search: string;
  chosen: { id: string; choice: RowChoice } | null;
}) {
  const notes = useWords().time.groupNotes;
  const names = useDomainWords().timeGroups;
  const now = useNow();
  const marks = sameNames(approvals);
  const groupOf = ({ expiresAt }: Approval): TimeGroup =>
    timeGroupOf({ expiresAt: expiresAt === null ? null : new Date(expiresAt) }, now);
  const groups = new Map<TimeGroup, Approval[]>();
  for (const approval of approvals) {
    const group = groupOf(approval);
    const rows = groups.get(group);
    if (rows) rows.push(approval);
    else groups.set(group, [approval]);
  }
  return TIME_GROUPS.filter((group) => groups.has(group)).map((group) => {
    const note = group === "past_due" || group === "no_deadline" ? notes[group] : null;
    return (
      <section key={group} aria-labelledby={`group-${group}`} className="mt-5">
        <h2 id={`group-${group}`} className="border-b pb-2 font-semibold text-ink-2 text-small">
          {names[group]}
          {note ? <span className="font-normal text-ink-3">{` · ${note}`}</span> : null}
        </h2>
        <ul>
          {(groups.get(group) ?? []).map((approval) => (
            <Row
              key={approval.id}
              approval={approval}
              search={search}
              choice={chosen !== null && chosen.id === approval.id ? chosen.choice : null}
              idEnd={marks.get(approval.id) ?? null}
            />
          ))}
        </ul>
      </section>
    );
  });
}
