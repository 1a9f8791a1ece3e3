"use client";

import type { ReactNode } from "react";
import { useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Age, Instant } from "@/components/time/instant";
import { Section } from "@/components/ui/section";
import type { Contract } from "@/lib/api/types";

export function ContractFacts({ contract }: { contract: Contract }) {
  const words = useWords().contracts.facts;
  return (
    <Section title={words.title}>
      <dl className="text-small">
        <Fact name={words.job}>{contract.jobTitle ? <TheirWords text={contract.jobTitle} /> : null}</Fact>
        <Fact name={words.since}>{contract.createdAt ? <Instant at={contract.createdAt} /> : null}</Fact>
        <Fact name={words.ended}>{contract.endedAt ? <Instant at={contract.endedAt} /> : null}</Fact>
        <Fact name={words.id}>
          <TheirWords text={contract.id} />
        </Fact>
        <Fact name={words.read}>
          <Age at={contract.readAt} />
        </Fact>
      </dl>
    </Section>
  );
}

/** What OpenTrain does not say leaves no empty line. */
function Fact({ name, children }: { name: string; children: ReactNode }) {
  if (children === null) return null;
  return (
    <div className="grid grid-cols-facts gap-x-3 py-1">
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
