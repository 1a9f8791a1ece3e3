"use client";

import { useDomainWords, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Age } from "@/components/time/instant";
import { Phrase } from "@/components/ui/phrase";
import type { Contract } from "@/lib/api/types";
import { ContractMoney } from "./contract-money";
import { ContractStatus, Waits } from "./contract-row";
import { Escrow } from "./escrow";

export function ContractHead({ contract }: { contract: Contract }) {
  const words = useWords().contracts;
  return (
    <header className="mt-2">
      <h1 id="contract-name" className="text-title">
        {contract.title ? <TheirWords text={contract.title} /> : words.noName}
      </h1>
      <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-2 text-small">
        <ContractStatus status={contract.status} />
        <span className="min-w-0">
          <WithWhom contract={contract} />
          <Paid contract={contract} />
        </span>
      </p>
      <p className="mt-4 flex flex-wrap items-baseline gap-x-3">
        <span className="font-semibold text-figure">
          <Escrow contract={contract} />
        </span>
        <span className="text-ink-2 text-small">
          {words.escrow}
          {", "}
          <Phrase text={words.readAt} ago={<Age at={contract.readAt} />} />
        </span>
      </p>
      <Waits contract={contract} />
      <ContractMoney milestones={contract.milestones} escrowAtLeast={contract.escrowAtLeast} />
    </header>
  );
}

function WithWhom({ contract: { freelancer } }: { contract: Contract }) {
  const words = useWords().contracts;
  if (!freelancer) return words.noFreelancer;
  return (
    <>
      <TheirWords text={freelancer.displayName} />
      {freelancer.country ? (
        <>
          {" "}
          <Phrase text={words.country} country={<TheirWords text={freelancer.country} />} />
        </>
      ) : null}
    </>
  );
}

/** A rate is kept as OpenTrain wrote it: it is no amount. */
function Paid({ contract: { paymentType, rate } }: { contract: Contract }) {
  const words = useWords().contracts;
  const { paymentTypes } = useDomainWords().contracts;
  const paid =
    paymentType && Object.hasOwn(paymentTypes, paymentType) ? paymentTypes[paymentType] : paymentType;
  return (
    <>
      {paid ? (
        <>
          {" · "}
          <TheirWords text={paid} />
        </>
      ) : null}
      {rate && paymentType?.startsWith("PAY_PER") ? (
        <>
          {" · "}
          {words.rate} <TheirWords text={rate} />
        </>
      ) : null}
    </>
  );
}
