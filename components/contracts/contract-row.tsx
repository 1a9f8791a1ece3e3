"use client";

import { addresses } from "@/components/addresses";
import { useDomainWords, useReader, useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { useNow } from "@/components/time/clock";
import { ClockIcon } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { Phrase } from "@/components/ui/phrase";
import { Tag } from "@/components/ui/tag";
import type { Contract } from "@/lib/api/types";
import { formatDate, formatDuration } from "@/lib/messages/format";
import { Escrow } from "./escrow";
import { MilestoneDots } from "./milestone-dots";

export function ContractRow({ contract, apart = null }: { contract: Contract; apart?: string | null }) {
  const words = useWords().contracts;
  // OpenTrain names a contract after its job, mostly.
  const place =
    contract.jobTitle !== null && contract.title?.startsWith(contract.jobTitle) ? null : contract.jobTitle;
  const milestones = contract.milestones.filter(({ goneAt }) => goneAt === null);
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
          {apart === null ? null : <Apart createdAt={contract.createdAt} end={apart} />}
          <span className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-1 text-ink-2 text-small">
            <ContractStatus status={contract.status} />
            <MilestoneDots milestones={milestones} />
            {milestones.length > 0 ? (
              <span>
                {words.released(
                  milestones.filter(({ phase }) => phase === "released").length,
                  milestones.length,
                )}
              </span>
            ) : null}
            {place ? (
              <span className="line-clamp-1">
                <TheirWords text={place} />
              </span>
            ) : null}
          </span>
          <Waits contract={contract} />
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

/** What tells this one from another that reads the same. */
function Apart({ createdAt, end }: { createdAt: Contract["createdAt"]; end: string }) {
  const { locale, timeZone } = useReader();
  const now = useNow();
  const words = useWords().contracts;
  return (
    <span className="block text-ink-3 text-small">
      <Phrase
        text={createdAt === null ? words.apartById : words.apart}
        date={createdAt === null ? null : formatDate(new Date(createdAt), { locale, timeZone, now })}
        end={end}
      />
    </span>
  );
}

/** How much waits on it, and when the next one lapses. */
export function Waits({ contract: { waiting } }: { contract: Contract }) {
  const { locale } = useReader();
  const words = useWords().contracts;
  const now = useNow();
  if (waiting.length === 0) return null;
  const times = waiting.flatMap(({ expiresAt }) => (expiresAt === null ? [] : [Date.parse(expiresAt)]));
  const next = times.find((time) => time > now.getTime());
  const waits = words.waits(waiting.length);
  return (
    <span className="mt-1 flex items-start gap-1 font-medium text-small">
      <ClockIcon className="mt-[0.2rem] size-3 shrink-0" />
      <span>
        {next === undefined ? (
          times.length === 0 ? (
            waits
          ) : (
            <Phrase text={words.waitsOver} waits={waits} />
          )
        ) : (
          <Phrase
            text={words.waitsUntil}
            waits={waits}
            left={<span className="whitespace-nowrap">{formatDuration(next - now.getTime(), locale)}</span>}
          />
        )}
      </span>
    </span>
  );
}

/** A status OpenTrain has and we do not know is shown in its own word. */
export function ContractStatus({ status }: { status: string }) {
  const { contracts } = useDomainWords();
  const words = useWords().contracts;
  if (status === "") return <Tag tone="ghost">{words.wordNone}</Tag>;
  const known = Object.hasOwn(contracts.statuses, status) ? contracts.statuses[status] : undefined;
  return <Tag tone={status === "active" ? "good" : "plain"}>{known ?? <TheirWords text={status} />}</Tag>;
}
