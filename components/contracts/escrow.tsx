"use client";

import { Money } from "@/components/money/money";
import { useWords } from "@/components/reader";
import type { Contract } from "@/lib/api/types";

export function Escrow({ contract }: { contract: Pick<Contract, "escrowCents" | "escrowAtLeast"> }) {
  const words = useWords().contracts;
  return (
    <>
      {contract.escrowAtLeast && contract.escrowCents !== null ? (
        <span className="font-normal text-ink-2 text-small">{`${words.atLeast} `}</span>
      ) : null}
      <Money cents={contract.escrowCents} />
    </>
  );
}
