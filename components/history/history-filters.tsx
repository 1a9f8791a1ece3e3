"use client";

import { useId, useState } from "react";
import { addresses } from "@/components/addresses";
import { FilterForm, type GoTo } from "@/components/filters/filter-form";
import { SearchField } from "@/components/filters/search-field";
import { type Choice, SelectField } from "@/components/filters/select-field";
import { TextField } from "@/components/filters/text-field";
import { useDomainWords, useReader, useWords } from "@/components/reader";
import { theirWordsAsText } from "@/components/their-words";
import { useNow } from "@/components/time/clock";
import { phraseText } from "@/components/ui/phrase";
import { TYPED_NAMES } from "@/lib/api/queries/list-search";
import type { ApprovalListing } from "@/lib/domain/listing/listing";
import { SETTLED_PHASES } from "@/lib/domain/phase";
import { APPROVAL_TYPES } from "@/lib/domain/standing";
import { typedFromCents } from "@/lib/domain/typed-dollars";
import { formatList } from "@/lib/messages/format";
import { formatCount } from "@/lib/messages/format-count";
import { tidyHistorySearch } from "./address";
import { daysOf, periodIn } from "./periods";

/** Whom and what a workspace has had to do with, for fields to choose from. */
export type HistoryChoices = {
  agents: string[];
  contracts: { id: string; title: string | null; who: string | null }[];
};

/** What history is searched and narrowed by. The periods stand beside it, as links. */
export function HistoryFilters({
  listing,
  choices,
  goTo,
}: {
  listing: ApprovalListing;
  choices: HistoryChoices;
  goTo: GoTo;
}) {
  const { timeZone, locale } = useReader();
  const words = useWords();
  const domain = useDomainWords();
  const { filters } = words;
  const { first, last } = daysOf(listing, timeZone);
  const { phases, types, contractId, agent, min, max } = listing;
  const isNamed = periodIn(listing, useNow(), timeZone) !== null;
  const hidden = [phases, types, contractId, agent, min, max, isNamed ? null : (listing.from ?? listing.to)];
  const count = hidden.filter((value) => value !== null).length;
  const id = useId();
  const [isOpen, setIsOpen] = useState(count > 0);
  const several = (names: readonly string[]) => formatList(names, locale);
  return (
    <FilterForm
      action={addresses.history}
      label={filters.label}
      tidy={(given) => tidyHistorySearch(given, timeZone)}
      goTo={goTo}
      className="flex flex-wrap items-start gap-2"
    >
      <SearchField value={listing.q ?? ""} className="min-w-0 flex-1" />
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
        data-slot="more-filters-button"
        className="inline-flex min-h-touch shrink-0 items-center gap-2 rounded border border-line-strong px-3 font-medium text-small hover:bg-wash desk:min-h-field"
      >
        {words.history.more}
        {isOpen || count === 0 ? null : (
          <span className="rounded-full bg-ink px-2 text-caption text-paper">
            {formatCount(count, locale)}
          </span>
        )}
      </button>
      <div
        id={id}
        data-slot="more-filters"
        className={`w-full grid-cols-1 items-end gap-3 pt-1 min-[22rem]:grid-cols-2 pad:grid-cols-4 ${isOpen ? "grid" : "hidden"}`}
      >
        <SelectField
          name="phase"
          label={filters.outcome}
          value={phases?.join(",") ?? ""}
          choices={[
            { value: "", label: filters.anyOutcome },
            ...SETTLED_PHASES.map((phase) => ({ value: phase, label: domain.phases[phase] })),
            ...severalOf(phases, (phase) => domain.phases[phase], several),
          ]}
        />
        <SelectField
          name="type"
          label={filters.kind}
          value={types?.join(",") ?? ""}
          choices={[
            { value: "", label: filters.anyKind },
            ...APPROVAL_TYPES.map((type) => ({ value: type, label: domain.types.name(type) })),
            ...severalOf(types, domain.types.name, several),
          ]}
        />
        <SelectField
          name="contractId"
          label={filters.contract}
          value={contractId ?? ""}
          choices={[
            { value: "", label: filters.anyContract },
            ...withChosen(choices.contracts.map(contractChoice), contractId, filters.notListed),
          ]}
        />
        <SelectField
          name="agent"
          label={filters.agent}
          value={agent ?? ""}
          choices={[
            { value: "", label: filters.anyAgent },
            ...withChosen(
              choices.agents.map((name) => ({ value: name, label: theirWordsAsText(name) })),
              agent,
              filters.notListed,
            ),
          ]}
        />
        <TextField name="from" label={filters.from} value={first ?? ""} kind="day" />
        <TextField name="to" label={filters.to} value={last ?? ""} kind="day" />
        <TextField
          name={TYPED_NAMES.min}
          label={filters.min}
          value={min === null ? "" : typedFromCents(min)}
          kind="amount"
        />
        <TextField
          name={TYPED_NAMES.max}
          label={filters.max}
          value={max === null ? "" : typedFromCents(max)}
          kind="amount"
        />
        <p className="col-span-full text-ink-3 text-small">
          {phraseText(words.history.period.hint, { zone: timeZone })}
        </p>
      </div>
    </FilterForm>
  );
}

/** A link may ask for several at once, which the field then says. */
function severalOf<T extends string>(
  values: readonly T[] | null,
  nameOf: (value: T) => string,
  several: (names: readonly string[]) => string,
): Choice[] {
  if (values === null || values.length < 2) return [];
  return [{ value: values.join(","), label: several(values.map(nameOf)) }];
}

function contractChoice({ id, title, who }: HistoryChoices["contracts"][number]): Choice {
  const names = [title, who].flatMap((name) => (name === null ? [] : theirWordsAsText(name)));
  return { value: id, label: names.length === 0 ? theirWordsAsText(id) : names.join(", ") };
}

/** What the address asks for is among the choices, or the field would say something else than the list. */
function withChosen(choices: Choice[], chosen: string | null, words: string): Choice[] {
  if (chosen === null || choices.some(({ value }) => value === chosen)) return choices;
  return [...choices, { value: chosen, label: phraseText(words, { what: theirWordsAsText(chosen) }) }];
}
