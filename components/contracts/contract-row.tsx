"use client";

import { addresses } from "@/components/addresses";
import { useDomainWords, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import type { Contract } from "@/lib/api/types";
import { Escrow } from "./escrow";
import { MilestoneDots } from "./milestone-dots";

export function ContractRow({ contract }: { contract: Contract }) {
  const words = useWords().contracts;
  const place = contract.jobTitle === contract.title ? null : contract.jobTitle;
  return (
    <li className="border-b">
      <Link
        href={addresses.contract(contract.id)}
        data-row={contract.id}
        className="grid min-h-touch grid-cols-[minmax(0,1fr)_auto] items-center gap-3 py-4 hover:bg-wash pad:-mx-3 pad:px-3"
      >
        <span className="min-w-0">
          <span className="line-clamp-2">
            <span className="font-semibold">
              {contract.freelancer ? (
                <TheirWords text={contract.freelancer.displayName} />
              ) : (
                words.noFreelancer
              )}
            </span>
            <span className="text-ink-2">
              {" · "}
              {contract.title ? <TheirWords text={contract.title} /> : words.noName}
            </span>
          </span>
          <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2 text-small">
            <ContractStatus status={contract.status} />
            <MilestoneDots milestones={contract.milestones} />
            {contract.milestones.length > 0 ? (
              <span>
                {words.released(
                  contract.milestones.filter(({ phase }) => phase === "released").length,
                  contract.milestones.length,
                )}
              </span>
            ) : null}
            {place ? <TheirWords text={place} /> : null}
          </span>
        </span>
        <span className="text-end">
          <span className="block font-semibold text-title">
            <Escrow contract={contract} />
          </span>
          <span className="block text-ink-2 text-small">{words.escrow}</span>
        </span>
      </Link>
    </li>
  );
}

/** A status OpenTrain has and we do not know is shown in its own word. */
export function ContractStatus({ status }: { status: string }) {
  const { contracts } = useDomainWords();
  const known = Object.hasOwn(contracts.statuses, status) ? contracts.statuses[status] : undefined;
  return <Tag tone={status === "active" ? "good" : "plain"}>{known ?? <TheirWords text={status} />}</Tag>;
}
