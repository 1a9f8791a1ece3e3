"use client";

import { useSearchParams } from "next/navigation";
import { useId, useState } from "react";
import { FilterForm, type GoTo } from "@/components/filters/filter-form";
import { SearchField } from "@/components/filters/search-field";
import { type Choice, SelectField } from "@/components/filters/select-field";
import { useWords } from "@/components/reader";
import { theirWordsAsText } from "@/components/their-words";
import { FilterIcon } from "@/components/ui/icons";
import { join } from "@/components/ui/join";
import { Link } from "@/components/ui/link";
import { phraseText } from "@/components/ui/phrase";
import { INBOX_SORTS, type InboxSearch, orderIn, tidyInboxSearch } from "./address";
import { useContractName } from "./contract-name";
import type { Choices } from "./facets";
import { MORE, withMore } from "./more";

/** What the list is searched, narrowed and ordered by. The kind stands beside it, as links. */
export function Toolbar({
  search,
  choices,
  isShort,
  pathname,
  goTo,
}: {
  search: InboxSearch;
  choices: Choices;
  /** A phone has better use for the place while there is little to search. */
  isShort: boolean;
  pathname: string;
  goTo: GoTo;
}) {
  const words = useWords().filters;
  const id = useId();
  const isAsked = useSearchParams().has(MORE);
  const [isOpen, setIsOpen] = useState(
    isAsked || search.contractId !== null || search.agent !== null || search.sort !== null,
  );
  return (
    <FilterForm
      action={pathname}
      label={words.label}
      tidy={tidyInboxSearch}
      goTo={goTo}
      className={join("flex-wrap items-start gap-2", isShort ? "hidden desk:flex" : "flex")}
    >
      {search.types === null && !search.isOther ? null : (
        <input type="hidden" name="type" value={search.isOther ? "other" : (search.types ?? []).join(",")} />
      )}
      {isOpen ? null : <Kept search={search} />}
      <SearchField value={search.q ?? ""} className="min-w-0 flex-1" />
      <Link
        href={withMore(pathname, search)}
        scroll={false}
        role="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={(event) => {
          event.preventDefault();
          setIsOpen(!isOpen);
        }}
        className="inline-flex min-h-touch shrink-0 items-center gap-2 rounded border border-line-strong px-3 font-medium text-small hover:bg-wash desk:min-h-field"
      >
        <FilterIcon className="size-4 shrink-0" />
        <span className="@max-[22rem]:sr-only">{words.more}</span>
      </Link>
      {isOpen ? <Fields id={id} search={search} choices={choices} /> : null}
    </FilterForm>
  );
}

/** What was chosen stays chosen while its field is folded away. */
function Kept({ search: { sort, contractId, agent } }: { search: InboxSearch }) {
  return Object.entries({ sort, contractId, agent }).map(([name, value]) =>
    value === null ? null : <input key={name} type="hidden" name={name} value={value} />,
  );
}

function Fields({ id, search, choices }: { id: string; search: InboxSearch; choices: Choices }) {
  const words = useWords().filters;
  const nameOf = useContractName(choices.contracts);
  const contracts = choices.contracts.map((one) => ({ value: one.id, label: nameOf(one.id) }));
  const agents = choices.agents.map((agent) => ({ value: agent, label: theirWordsAsText(agent) }));
  const sorts = [...new Set([...INBOX_SORTS, orderIn(search)])];
  return (
    <div id={id} className="grid w-full grid-cols-1 gap-3 pt-1 @min-[26rem]:grid-cols-3">
      <SelectField
        name="sort"
        label={words.sort}
        value={orderIn(search)}
        choices={sorts.map((sort) => ({ value: sort, label: words.sorts[sort] }))}
      />
      <SelectField
        name="contractId"
        label={words.contract}
        value={search.contractId ?? ""}
        choices={[
          { value: "", label: words.anyContract },
          ...withChosen(contracts, search.contractId, words.notListed),
        ]}
      />
      <SelectField
        name="agent"
        label={words.agent}
        value={search.agent ?? ""}
        choices={[{ value: "", label: words.anyAgent }, ...withChosen(agents, search.agent, words.notListed)]}
      />
    </div>
  );
}

/** What the address asks for is among the choices, or the field would say something else than the list. */
function withChosen(choices: readonly Choice[], chosen: string | null, words: string): readonly Choice[] {
  if (chosen === null || choices.some(({ value }) => value === chosen)) return choices;
  return [...choices, { value: chosen, label: phraseText(words, { what: theirWordsAsText(chosen) }) }];
}
