"use client";

import Link from "next/link";
import { addresses } from "@/components/addresses";
import { useDomainWords, useWords } from "@/components/reader";
import { Notice } from "@/components/ui/notice";
import type { Approval } from "@/lib/api/types";

/** Which requests came before and after this one for the same thing. */
export function Lineage({ approval }: { approval: Approval }) {
  const words = useWords().detail.lineage;
  const domain = useDomainWords();
  const { supersedes, supersededBy, askedAgain, replacedButConfirmed } = approval;
  return (
    <>
      {replacedButConfirmed ? (
        <Notice tone="alert" title={domain.replacedButConfirmed}>
          {supersededBy ? <To id={supersededBy} label={words.newer} /> : null}
        </Notice>
      ) : supersededBy ? (
        <Notice>
          <p>
            {words.supersededBy} <To id={supersededBy} label={words.newer} />
          </p>
        </Notice>
      ) : null}
      {supersedes ? (
        <Notice>
          <p>
            {words.supersedes} <To id={supersedes} label={words.older} />
          </p>
        </Notice>
      ) : null}
      {askedAgain ? (
        <Notice>
          <p>
            {words.askedAgain(askedAgain.count + 1)} <To id={askedAgain.previousId} label={words.older} />
          </p>
        </Notice>
      ) : null}
    </>
  );
}

function To({ id, label }: { id: string; label: string }) {
  return <Link href={addresses.approval(id)}>{label}</Link>;
}
