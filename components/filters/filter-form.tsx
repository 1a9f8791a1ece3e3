"use client";

import { type ReactNode, type SyntheticEvent, useEffect, useRef } from "react";
import { useWords } from "@/components/reader";
import { Button } from "@/components/ui/button";

/** `replace` while somebody types, so that the way back leads to what was before the search, not through it. */
export type GoTo = (search: string, how: "push" | "replace") => void;

const TYPING_MS = 200;
const TYPED = new Set(["search", "text", "number"]);

/**
 * A form that asks by its address. Without scripts it is sent with its button; with them it goes by itself: at
 * once where something is chosen, a moment after the last letter where something is typed.
 */
export function FilterForm({
  action,
  label,
  tidy,
  goTo,
  className,
  children,
}: {
  /** The page's own path. */
  action: string;
  label: string;
  /** What the fields say in the page's one tidy form. */
  tidy: (given: URLSearchParams) => URLSearchParams;
  goTo: GoTo;
  className?: string;
  children: ReactNode;
}) {
  const words = useWords().filters;
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const isTyping = useRef(false);
  useEffect(() => {
    const onBack = () => {
      clearTimeout(timer.current);
      timer.current = undefined;
      isTyping.current = false;
    };
    window.addEventListener("popstate", onBack);
    return () => {
      window.removeEventListener("popstate", onBack);
      onBack();
    };
  }, []);

  function go(): void {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (form.current === null) return;
    const search = tidy(searchIn(form.current)).toString();
    goTo(search === "" ? "" : `?${search}`, isTyping.current ? "replace" : "push");
  }
  function onChange({ target }: SyntheticEvent): void {
    const isTyped = target instanceof HTMLInputElement && TYPED.has(target.type);
    if (!isTyped) {
      isTyping.current = false;
      go();
      return;
    }
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      go();
      isTyping.current = true;
    }, TYPING_MS);
  }
  /** What was typed last is asked for before the field is left. */
  function onBlur(): void {
    if (timer.current !== undefined) go();
    isTyping.current = false;
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> is not known to every browser that is served.
    <form
      ref={form}
      role="search"
      action={action}
      method="get"
      aria-label={label}
      className={className}
      onChange={onChange}
      onBlur={onBlur}
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      {children}
      <Button type="submit" data-slot="filter-submit">
        {words.apply}
      </Button>
    </form>
  );
}

function searchIn(form: HTMLFormElement): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") search.append(name, value);
  return search;
}
