"use client";

import { useWords } from "@/components/reader";
import { Section } from "@/components/ui/section";
import type { ApprovalDetail, Neighbour } from "@/lib/api/types";
import { TermChanges } from "./term-changes";

/** What is different from the request this one replaced, or what the one that replaced it changes. */
export function Replacement({ lineage: { older, newer } }: { lineage: ApprovalDetail["lineage"] }) {
  const words = useWords().detail.lineage.changes;
  return (
    <>
      {older ? <Compared title={words.fromOlder} neighbour={older} /> : null}
      {newer ? <Compared title={words.toNewer} neighbour={newer} /> : null}
    </>
  );
}

function Compared({ title, neighbour: { changes } }: { title: string; neighbour: Neighbour }) {
  const words = useWords().detail.lineage.changes;
  return (
    <Section title={title}>
      {changes === null || changes.length === 0 ? (
        <p className="text-ink-2 text-small">{changes === null ? words.unknown : words.same}</p>
      ) : (
        <TermChanges changes={changes} what="replaced" />
      )}
    </Section>
  );
}
