"use client";

import { addresses } from "@/components/addresses";
import { useDoorWords } from "@/components/reader";
import { ButtonLink } from "@/components/ui/button";

/** Said to somebody who was removed, and holds nothing but the cookie of then. */
export function AccessEnded() {
  const words = useDoorWords().ended.removed;
  return (
    <>
      <h1 className="text-figure">{words.title}</h1>
      <div className="mt-3 grid gap-2 text-ink-2">
        <p>{words.text}</p>
        <p>{words.again}</p>
      </div>
      <p className="mt-5">
        <ButtonLink href={addresses.signInAsOther}>{words.other}</ButtonLink>
      </p>
    </>
  );
}
