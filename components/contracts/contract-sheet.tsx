"use client";

import { useQuery } from "@tanstack/react-query";
import { addresses } from "@/components/addresses";
import { useDomainWords, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Age } from "@/components/time/instant";
import { Blank } from "@/components/ui/blank";
import { Button, ButtonLink } from "@/components/ui/button";
import { BackIcon } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { Phrase } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import { isApiFailure } from "@/lib/api/queries/api-failure";
import { contractQuery } from "@/lib/api/queries/contracts";
import type { Contract } from "@/lib/api/types";
import { ContractRequests } from "./contract-requests";
import { ContractStatus } from "./contract-row";
import { Escrow } from "./escrow";
import { MilestoneList } from "./milestone-list";

/** One contract: what is in escrow, where each milestone stands, and every request made on it. */
export function ContractSheet({ id }: { id: string }) {
  const words = useWords();
  const detail = useQuery(contractQuery(id));
  if (!detail.data) {
    const isGone = detail.isError && isApiFailure(detail.error) && detail.error.status === 404;
    if (isGone) {
      return (
        <Blank
          level={1}
          title={words.contracts.notFound.title}
          action={<ButtonLink href={addresses.contracts}>{words.contracts.notFound.all}</ButtonLink>}
        >
          <p>{words.contracts.notFound.text}</p>
        </Blank>
      );
    }
    return detail.isError ? (
      <Blank
        level={1}
        title={words.contracts.failed.title}
        action={<Button onClick={() => detail.refetch()}>{words.errors.retry}</Button>}
      >
        <p>{words.contracts.failed.text}</p>
      </Blank>
    ) : (
      <p role="status">{words.app.loading}</p>
    );
  }
  const { contract } = detail.data;
  return (
    <article className="max-w-list">
      <Link
        href={addresses.contracts}
        data-key="back"
        className="-ms-1 inline-flex min-h-touch items-center gap-1 pe-3 font-medium text-pen text-small desk:min-h-0"
      >
        <BackIcon />
        {words.contracts.title}
      </Link>
      <ContractHead contract={contract} />
      <Section title={words.contracts.milestones}>
        <MilestoneList milestones={contract.milestones} />
      </Section>
      <Section title={words.contracts.requests}>
        <ContractRequests ids={contract.approvals} />
      </Section>
    </article>
  );
}

function ContractHead({ contract }: { contract: Contract }) {
  const words = useWords().contracts;
  const { contracts } = useDomainWords();
  const payment = contract.paymentType;
  const paid =
    payment && Object.hasOwn(contracts.paymentTypes, payment) ? contracts.paymentTypes[payment] : payment;
  return (
    <header className="mt-2">
      <h1 className="text-title">{contract.title ? <TheirWords text={contract.title} /> : words.noName}</h1>
      <p className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-2 text-small">
        <ContractStatus status={contract.status} />
        <span>
          {contract.freelancer ? (
            <>
              <TheirWords text={contract.freelancer.displayName} />
              {contract.freelancer.country ? (
                <>
                  {" "}
                  <Phrase text={words.country} country={<TheirWords text={contract.freelancer.country} />} />
                </>
              ) : null}
            </>
          ) : (
            words.noFreelancer
          )}
          {paid ? (
            <>
              {" · "}
              <TheirWords text={paid} />
            </>
          ) : null}
          {contract.rate && payment?.startsWith("PAY_PER") ? (
            <>
              {" · "}
              {words.rate} <TheirWords text={contract.rate} />
            </>
          ) : null}
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
    </header>
  );
}
