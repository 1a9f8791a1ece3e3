"use client";

import { addresses } from "@/components/addresses";
import { FilterForm } from "@/components/filters/filter-form";
import { SearchField } from "@/components/filters/search-field";
import { useDomainWords, useReader, useWords } from "@/components/reader";
import { theirWordsAsText } from "@/components/their-words";
import { join } from "@/components/ui/join";
import { Link } from "@/components/ui/link";
import type { Contract } from "@/lib/api/types";
import { findContracts } from "@/lib/domain/find-contracts";
import { formatCount } from "@/lib/messages/format-count";
import { type ContractSearch, contractSearchIn, contractsAt, writeContractSearch } from "./contract-search";

/** Fewer than that are seen at one look. */
const WORTH_FINDING = 6;

/** By state and by words, all of it in the address: links and a form that work by themselves. */
export function ContractFilter({
  contracts,
  search,
}: {
  contracts: readonly Contract[];
  search: ContractSearch;
}) {
  const words = useWords().contracts;
  const go = (address: string, how: "push" | "replace") => {
    // The whole list is here: nothing has to be asked of the server.
    if (how === "push") window.history.pushState(null, "", address);
    else window.history.replaceState(null, "", address);
  };
  const isLong = contracts.length >= WORTH_FINDING || search.q !== null;
  return (
    <div className="mt-3 flex flex-wrap items-center justify-between gap-x-5 gap-y-2 print:hidden">
      <States contracts={contracts} search={search} go={(address) => go(address, "push")} />
      {isLong ? (
        <FilterForm
          action={addresses.contracts}
          label={words.find}
          tidy={(given) => writeContractSearch(contractSearchIn(given))}
          goTo={(written, how) => go(`${addresses.contracts}${written}`, how)}
          className="flex w-full items-center gap-2 pad:w-auto pad:min-w-[20rem]"
        >
          {search.status === null ? null : <input type="hidden" name="status" value={search.status} />}
          <SearchField value={search.q ?? ""} hint={words.findHint} className="flex-1" />
        </FilterForm>
      ) : null}
    </div>
  );
}

function States({
  contracts,
  search,
  go,
}: {
  contracts: readonly Contract[];
  search: ContractSearch;
  go: (address: string) => void;
}) {
  const { locale } = useReader();
  const words = useWords().contracts.states;
  const { statuses } = useDomainWords().contracts;
  const known = [...new Set(["active", "ended", ...contracts.map(({ status }) => status)])];
  const choices = known.flatMap((status) => {
    const count = findContracts(contracts, { ...search, status }).length;
    const isThere = contracts.some((contract) => contract.status === status);
    // One that OpenTrain names no state of is among all of them, and no address can ask for it.
    return status !== "" && (isThere || status === search.status) ? [{ status, count }] : [];
  });
  if (choices.length < 2 && search.status === null) return null;
  const all = { status: null, count: findContracts(contracts, { ...search, status: null }).length };
  return (
    <nav aria-label={words.label} className="-ms-3">
      <ul className="flex flex-wrap desk:gap-1">
        {[all, ...choices].map(({ status, count }) => {
          const isOn = status === search.status;
          const address = contractsAt({ ...search, status });
          return (
            <li key={status ?? ""}>
              <Link
                href={address}
                scroll={false}
                aria-current={isOn ? "true" : undefined}
                onNavigate={(event) => {
                  event.preventDefault();
                  go(address);
                }}
                className={join(
                  "flex min-h-touch items-center whitespace-nowrap px-3 font-medium text-small desk:min-h-0 desk:rounded-full desk:py-1",
                  isOn
                    ? "text-ink desk:bg-ink desk:text-paper"
                    : "text-ink-2 hover:text-ink desk:hover:bg-wash",
                )}
              >
                <span
                  className={join(
                    "flex min-h-touch items-center gap-1 border-b-2 desk:min-h-0 desk:border-0",
                    isOn ? "border-ink" : "border-transparent",
                  )}
                >
                  <span className="max-w-[12rem] truncate">
                    {status === null
                      ? words.all
                      : Object.hasOwn(statuses, status)
                        ? statuses[status]
                        : theirWordsAsText(status)}
                  </span>
                  <span className="font-normal opacity-75">{formatCount(count, locale)}</span>
                </span>
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
