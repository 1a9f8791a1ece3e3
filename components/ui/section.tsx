"use client";

import { createContext, type ReactNode, useContext, useId } from "react";
import { join } from "./join";

/** The level of the headings of sections: one below whatever names the sheet they stand on. */
const LevelContext = createContext<2 | 3>(2);
export const SectionLevel = LevelContext.Provider;

/** Loud where sections are what a page is made of; quiet where each is a part of one thing. */
const LookContext = createContext<"quiet" | "loud">("quiet");
export const SectionLook = LookContext.Provider;

export function Section({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  const Heading = useContext(LevelContext) === 2 ? "h2" : "h3";
  const isLoud = useContext(LookContext) === "loud";
  return (
    <section aria-labelledby={id} className={isLoud ? "mt-6" : "mt-5"}>
      <div className="mb-1 flex items-baseline justify-between gap-3">
        <Heading
          id={id}
          className={join(
            "max-w-full shrink-0 font-semibold",
            isLoud ? "text-ink text-title" : "text-ink-2 text-small",
          )}
        >
          {title}
        </Heading>
        {aside ? (
          <span className="line-clamp-2 min-w-0 text-end text-small focus-within:overflow-visible">
            {aside}
          </span>
        ) : null}
      </div>
      {children}
    </section>
  );
}
