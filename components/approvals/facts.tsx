"use client";

import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Age, Instant } from "@/components/time/instant";
import { Link } from "@/components/ui/link";
import { Phrase } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import type { Approval, Around } from "@/lib/api/types";

/** The first voice: what OpenTrain itself says, and how fresh that is. */
export function Facts({ approval, around }: { approval: Approval; around: readonly Around[] }) {
  const { facts, says } = useWords().detail;
  const of = (...whats: Around["what"][]) =>
    whats.flatMap((wanted) => around.filter(({ what }) => what === wanted));
  const isHire = approval.contractId === null;
  const known = (value: string | null, from: readonly Around[]): ReactNode => {
    if (value !== null) return <TheirWords text={value} />;
    const why = from.find(({ unknown }) => unknown !== null)?.unknown;
    return why ? <Unknown text={why.text} /> : null;
  };
  const contract = of("contract")[0] ?? null;
  return (
    <Section title={says.opentrain}>
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
          {known(approval.counterparty, isHire ? of("proposal") : of("contract"))}
        </Fact>
        <Fact name={facts.contract}>
          {approval.contractId ? (
            <>
              <Link
                href={addresses.contract(approval.contractId)}
                className="text-pen underline-offset-2 hover:underline"
              >
                <TheirWords text={approval.contractTitle ?? approval.contractId} />
              </Link>
              {contract?.readAt ? <ReadAt at={contract.readAt} /> : null}
              {contract?.unknown ? (
                <span className="block">
                  <Unknown text={contract.unknown.text} />
                </span>
              ) : null}
            </>
          ) : null}
        </Fact>
        <Fact name={facts.milestone}>{known(approval.milestoneName, of("milestone", "contract"))}</Fact>
        <Fact name={facts.job}>{known(approval.jobTitle, of("job", "proposal"))}</Fact>
        <Fact name={facts.result}>{approval.result ? <Result result={approval.result} /> : null}</Fact>
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

/** Not an empty line: why it is not known, in its place. */
function Unknown({ text }: { text: string }) {
  return <span className="text-ink-3">{text}</span>;
}

function ReadAt({ at }: { at: string }) {
  const { facts } = useWords().detail;
  return (
    <span className="text-ink-3">
      {" · "}
      <Phrase text={facts.readAt} ago={<Age at={at} />} />
    </span>
  );
}

const MOST_RESULTS = 8;

/** What came of it in OpenTrain's own names, as far as it is plain. */
function Result({ result }: { result: Record<string, unknown> }) {
  const plain = Object.entries(result).filter(([, value]) => ["string", "number"].includes(typeof value));
  if (plain.length === 0) return null;
  return (
    <ul>
      {plain.slice(0, MOST_RESULTS).map(([name, value]) => (
        <li key={name}>
          <span className="text-ink-3">
            <TheirWords text={name} />
          </span>{" "}
          <TheirWords text={String(value)} />
        </li>
      ))}
    </ul>
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
