"use client";

import { useQuery } from "@tanstack/react-query";
import { addresses } from "@/components/addresses";
import { PrintButton } from "@/components/print/print-button";
import { PrintHead } from "@/components/print/print-head";
import { useWords } from "@/components/reader";
import { Blank } from "@/components/ui/blank";
import { Button, ButtonLink } from "@/components/ui/button";
import { BackIcon } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { Section, SectionLook } from "@/components/ui/section";
import { isApiFailure } from "@/lib/api/queries/api-failure";
import { contractQuery } from "@/lib/api/queries/contracts";
import { BudgetMeter } from "./budget-meter";
import { ContractFacts } from "./contract-facts";
import { ContractHead } from "./contract-head";
import { ContractRequests } from "./contract-requests";
import { LedgerLines } from "./ledger-lines";
import { MilestoneList } from "./milestone-list";

/** One contract: where its money stands, where each milestone does, and every request made on it. */
export function ContractSheet({ id, cursor = null }: { id: string; cursor?: string | null }) {
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
  const { contract, ledger } = detail.data;
  return (
    <article aria-labelledby="contract-name" className="max-w-list">
      <PrintHead />
      <div className="flex items-center justify-between gap-3 print:hidden">
        <Link
          href={addresses.contracts}
          data-key="back"
          className="-ms-1 inline-flex min-h-touch items-center gap-1 pe-3 font-medium text-pen text-small desk:min-h-0"
        >
          <BackIcon />
          {words.contracts.title}
        </Link>
        <PrintButton />
      </div>
      <ContractHead contract={contract} />
      <SectionLook value="loud">
        <Section title={words.contracts.milestones}>
          <MilestoneList milestones={contract.milestones} waiting={contract.waiting} />
        </Section>
        <ContractRequests contractId={contract.id} cursor={cursor} />
        <BudgetMeter detail={detail.data} />
        <LedgerLines ledger={ledger} />
        <ContractFacts contract={contract} />
      </SectionLook>
    </article>
  );
}
