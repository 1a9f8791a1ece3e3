"use client";

import { useWords } from "@/components/reader";
import { SearchIcon } from "@/components/ui/icons";
import { join } from "@/components/ui/join";
import { useTypedValue } from "./own-value";

const SEARCH_FIELD_ID = "list-search";

/** Words to look for, in whatever of the list a person would look for them. */
export function SearchField({
  value,
  hint,
  className,
}: {
  value: string;
  /** What can be found, where it is not requests. */
  hint?: string;
  className?: string;
}) {
  const words = useWords().filters;
  const typed = useTypedValue(value);
  return (
    <label className={join("relative block min-w-0", className)}>
      <span className="sr-only">{words.search}</span>
      <SearchIcon className="pointer-events-none absolute start-3 top-1/2 size-icon -translate-y-1/2 text-ink-3" />
      <input
        id={SEARCH_FIELD_ID}
        type="search"
        name="q"
        maxLength={200}
        placeholder={hint ?? words.searchHint}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        enterKeyHint="search"
        className="min-h-touch w-full rounded border border-line-strong bg-sheet ps-field pe-2 text-[max(1rem,16px)] text-ink placeholder:text-ink-3 desk:min-h-field desk:text-body"
        {...typed}
      />
    </label>
  );
}
