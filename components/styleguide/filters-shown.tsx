"use client";

import { useState } from "react";
import { FilterChips } from "@/components/filters/filter-chips";
import { FilterForm } from "@/components/filters/filter-form";
import { SearchField } from "@/components/filters/search-field";
import { SelectField } from "@/components/filters/select-field";
import { TextField } from "@/components/filters/text-field";
import { useWords } from "@/components/reader";
import {
  endDayOf,
  type ListPage,
  readListSearch,
  startDayOf,
  TYPED_NAMES,
  tidyListSearch,
  writeListSearch,
} from "@/lib/api/queries/list-search";
import { SETTLED_PHASES } from "@/lib/domain/phase";
import { typedFromCents } from "@/lib/domain/typed-dollars";

const PAGE: ListPage = {
  fields: ["q", "from", "to", "min", "max", "sort"],
  phases: SETTLED_PHASES,
  sort: "-resolved",
};
const ZONE = "Europe/Berlin";

/** Every field a list can be narrowed by, over an address that is kept in memory. */
export function FiltersShown() {
  const words = useWords().filters;
  const [search, setSearch] = useState("?q=noor");
  const listing = readListSearch(new URLSearchParams(search), PAGE, ZONE);
  const without = (less: object) => `?${writeListSearch({ ...listing, ...less }, PAGE, ZONE)}`;
  const { q, from, to, min, max, sort } = listing;
  return (
    <>
      <FilterForm
        action="/styleguide"
        label={words.label}
        tidy={(given) => tidyListSearch(given, PAGE, ZONE)}
        goTo={setSearch}
        className="grid grid-cols-2 gap-3"
      >
        <SearchField value={q ?? ""} className="col-span-2" />
        <TextField kind="day" name="from" label={words.from} value={(from && startDayOf(from, ZONE)) ?? ""} />
        <TextField kind="day" name="to" label={words.to} value={(to && endDayOf(to, ZONE)) ?? ""} />
        <TextField
          kind="amount"
          name={TYPED_NAMES.min}
          label={words.min}
          value={min === null ? "" : typedFromCents(min)}
        />
        <TextField
          kind="amount"
          name={TYPED_NAMES.max}
          label={words.max}
          value={max === null ? "" : typedFromCents(max)}
        />
        <SelectField
          name="sort"
          label={words.sort}
          value={sort ?? PAGE.sort}
          choices={(["-resolved", "-amount"] as const).map((value) => ({ value, label: words.sorts[value] }))}
        />
      </FilterForm>
      <FilterChips
        chips={q === null ? [] : [{ key: "q", shown: q, said: q, href: without({ q: null }) }]}
        clearHref="?"
      />
      <p className="text-ink-3 text-small">{search}</p>
    </>
  );
}
