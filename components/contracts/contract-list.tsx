"use client";

import { useQuery } from "@tanstack/react-query";
import { useWords } from "@/components/reader";
import { useClockSync } from "@/components/time/clock";
import { Blank } from "@/components/ui/blank";
import { Button } from "@/components/ui/button";
import { Skeleton } from "@/components/ui/skeleton";
import { contractsQuery } from "@/lib/api/queries/contracts";
import { ContractRow } from "./contract-row";

/** Who works for us, what is done, and what lies in escrow for it. */
export function ContractList() {
  const words = useWords();
  const list = useQuery(contractsQuery());
  useClockSync(list.data?.asOf, list.dataUpdatedAt);
  if (!list.data) {
    return list.isError ? (
      <Blank
        level={1}
        title={words.contracts.failed.title}
        action={<Button onClick={() => list.refetch()}>{words.errors.retry}</Button>}
      >
        <p>{words.contracts.failed.text}</p>
      </Blank>
    ) : (
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
  const { contracts } = list.data;
  const active = contracts.filter(({ status }) => status === "active").length;
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
        <>
          <p className="mt-1 text-ink-2">{words.contracts.lead(active, contracts.length)}</p>
          <ul className="mt-5 border-t">
            {contracts.map((contract) => (
              <ContractRow key={contract.id} contract={contract} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}
