"use client";

import { type RefObject, useEffect, useRef, useState } from "react";

/**
 * What a person has just chosen, until the address says something: an address that takes a moment to follow must
 * not take the choice back in the meantime.
 */
export function useChosenValue(value: string): readonly [string, (own: string) => void] {
  const [own, setOwn] = useState<{ text: string; was: string } | null>(null);
  // Forgotten, not only passed over: an address that comes back to what it was is meant.
  if (own !== null && own.was !== value) setOwn(null);
  return [own?.was === value ? own.text : value, (text) => setOwn({ text, was: value })];
}

/** What is typed stays as it is typed while the field is held; after that, and on the way back, the address counts. */
export function useTypedValue(value: string): {
  ref: RefObject<HTMLInputElement | null>;
  value: string;
  onChange: (event: { target: HTMLInputElement }) => void;
  onBlur: () => void;
} {
  const ref = useRef<HTMLInputElement>(null);
  const [own, setOwn] = useState<{ text: string; was: string; isHeld: boolean } | null>(null);
  const first = useRef(value);
  if (own !== null && !own.isHeld && own.was !== value) setOwn(null);
  useEffect(() => {
    const field = ref.current;
    // Typed before the page was ready to hear it.
    if (field && field.value !== first.current) {
      setOwn({ text: field.value, was: first.current, isHeld: field === document.activeElement });
      field.form?.requestSubmit();
    }
    const onBack = () => setOwn(null);
    window.addEventListener("popstate", onBack);
    return () => window.removeEventListener("popstate", onBack);
  }, []);
  return {
    ref,
    value: own?.text ?? value,
    onChange: ({ target }) => setOwn({ text: target.value, was: value, isHeld: true }),
    onBlur: () => setOwn((now) => now && { ...now, isHeld: false }),
  };
}
