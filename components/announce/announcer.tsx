"use client";

import { useSaid } from "./announce";

/** The one polite region of the app. It stands there from the start: a region that comes with its words is not read. */
export function Announcer() {
  const said = useSaid();
  return (
    <div aria-live="polite" data-slot="announcer" className="sr-only print:hidden">
      {said.map(({ id, text }) => (
        <p key={id}>{text}</p>
      ))}
    </div>
  );
}
