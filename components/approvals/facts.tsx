"use client";

import Link from "next/link";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Age, Instant } from "@/components/time/instant";
import { Section } from "@/components/ui/section";
import type { Approval } from "@/lib/api/types";

/** The first voice: what OpenTrain itself says, and how fresh that is. */
export function Facts({ approval }: { approval: Approval }) {
  const words = useWords().detail;
  const { facts } = words;
  return (
    <Section title={words.says.opentrain}>
      <dl className="text-small">
        <Fact name={facts.status}>
          {approval.status === null ? facts.statusNone : <TheirWords text={approval.status} />}
        </Fact>
        <Fact name={facts.asked}>{approval.createdAt ? <Instant at={approval.createdAt} /> : null}</Fact>
        <Fact name={approval.resolvedAt ? facts.settled : facts.lapses}>
          {approval.resolvedAt ? (
            <Instant at={approval.resolvedAt} />
          ) : approval.expiresAt ? (
            <Instant at={approval.expiresAt} />
          ) : null}
        </Fact>
        <Fact name={facts.freelancer}>
          {approval.counterparty ? <TheirWords text={approval.counterparty} /> : null}
        </Fact>
        <Fact name={facts.contract}>
          {approval.contractId ? (
            <Link
              href={addresses.contract(approval.contractId)}
              className="text-pen underline-offset-2 hover:underline"
            >
              <TheirWords text={approval.contractTitle ?? approval.contractId} />
            </Link>
          ) : null}
        </Fact>
        <Fact name={facts.milestone}>
          {approval.milestoneName ? <TheirWords text={approval.milestoneName} /> : null}
        </Fact>
        <Fact name={facts.job}>{approval.jobTitle ? <TheirWords text={approval.jobTitle} /> : null}</Fact>
        <Fact name={facts.id}>
          <TheirWords text={approval.id} />
        </Fact>
        <Fact name={facts.read}>
          {approval.lastReadAt ? <Age at={approval.lastReadAt} /> : facts.readNever}
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
      <dd>{children}</dd>
    </div>
  );
}
