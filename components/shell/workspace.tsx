"use client";

import { useQuery } from "@tanstack/react-query";
import { useReader, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { summaryQuery } from "@/lib/api/queries/summary";

/** Whose inbox this is, and who looks at it. */
export function Workspace() {
  const words = useWords().nav;
  const { role, name: personName } = useReader();
  const name = useQuery(summaryQuery()).data?.workspace?.name;
  return (
    <>
      {name ? (
        <p className="line-clamp-2 font-medium text-caption wide:text-body">
          <TheirWords text={name} />
        </p>
      ) : null}
      <p className="text-caption text-ink-3" title={personName}>
        {words.roles[role]}
      </p>
    </>
  );
}
