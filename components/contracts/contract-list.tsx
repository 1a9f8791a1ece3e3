"use client";

import { useQuery } from "@tanstack/react-query";
import { NotConnected } from "@/components/approvals/inbox-blanks";
import { useWords } from "@/components/reader";
import { useClockSync } from "@/components/time/clock";
import { Blank } from "@/components/ui/blank";
import { Button, ButtonLink } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { isNotConnected } from "@/lib/api/queries/api-failure";
import { contractsQuery } from "@/lib/api/queries/contracts";
import type { Contract } from "@/lib/api/types";
import { findContracts } from "@/lib/domain/find-contracts";
import { ContractFilter } from "./contract-filter";
import { ContractRow } from "./contract-row";
import { contractsAt, useContractSearch } from "./contract-search";
import { lookAlikes } from "./told-apart";

/** Who works for us, what is done, what lies in escrow for it, and what waits on it. */
export function ContractList() {
  const words = useWords();
  const list = useQuery(contractsQuery());
  useClockSync(list.data?.asOf, list.dataUpdatedAt);
  if (!list.data) {
    if (isNotConnected(list.error)) return <NotConnected state="none" />;
    return list.isError ? (
      <Blank
        level={1}
        title={words.contracts.failed.title}
        action={<Button onClick={() => list.refetch()}>{words.errors.retry}</Button>}
      >
        <p>{words.contracts.failed.text}</p>
      </Blank>
    ) : (
      <Loading />
    );
  }
  const { contracts } = list.data;
  return (
    <>
      <h1 className="text-figure">{words.contracts.title}</h1>
      {contracts.length === 0 ? (
        <div className="mt-5">
          <Blank title={words.contracts.empty.title}>
            <p>{words.contracts.empty.text}</p>
          </Blank>
        </div>
      ) : (
        <Found contracts={contracts} />
      )}
    </>
  );
}

function Found({ contracts }: { contracts: readonly Contract[] }) {
  const words = useWords().contracts;
  const search = useContractSearch();
  const found = findContracts(contracts, search);
  const alike = lookAlikes(contracts);
  const count = (wanted: string) => contracts.filter(({ status }) => status === wanted).length;
  const [active, ended] = [count("active"), count("ended")];
  const isFiltered = search.status !== null || search.q !== null;
  // Who looks for something finds it wherever it is; else what has ended lies folded beneath.
  const shown = isFiltered ? found : found.filter(({ status }) => status !== "ended");
  const folded = isFiltered ? [] : found.filter(({ status }) => status === "ended");
  return (
    <>
      <p className="mt-1 text-ink-2" role="status">
        {isFiltered
          ? words.found(found.length)
          : words.lead(active, ended, contracts.length - active - ended)}
      </p>
      <ContractFilter contracts={contracts} search={search} />
      {isFiltered && found.length === 0 ? (
        <div className="mt-5">
          <Blank
            title={words.foundNone.title}
            action={
              <ButtonLink href={contractsAt({ status: null, q: null })}>{words.foundNone.clear}</ButtonLink>
            }
          >
            <p>{words.foundNone.text}</p>
          </Blank>
        </div>
      ) : shown.length === 0 ? (
        <p className="mt-4 border-t pt-4 text-ink-2">{words.noneActive}</p>
      ) : (
        <Rows contracts={shown} alike={alike} />
      )}
      {folded.length > 0 ? (
        <details open={shown.length === 0}>
          <summary className="min-h-touch cursor-pointer py-3 font-medium text-ink-2 text-small">
            {words.folded(folded.length)}
          </summary>
          <Rows contracts={folded} alike={alike} />
        </details>
      ) : null}
    </>
  );
}

function Rows({ contracts, alike }: { contracts: readonly Contract[]; alike: ReadonlyMap<string, string> }) {
  return (
    <ul className="mt-4 border-t">
      {contracts.map((contract) => (
        <ContractRow key={contract.id} contract={contract} apart={alike.get(contract.id) ?? null} />
      ))}
    </ul>
  );
}

function Loading() {
  const words = useWords();
  return (
    <div role="status" aria-busy="true">
      <h1 className="text-figure">{words.contracts.title}</h1>
      <span className="sr-only">{words.app.loading}</span>
      <div className="mt-6 grid gap-5 border-t pt-5">
        <Skeleton className="h-6" />
        <Skeleton className="h-6" />
      </div>
    </div>
  );
}
