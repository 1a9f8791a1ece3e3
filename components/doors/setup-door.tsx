"use client";

import { useEffect, useState } from "react";
import { useWords } from "@/components/reader";
import { SetupEnd } from "./setup-end";
import { SetupForm } from "./setup-form";

/** The secret stands behind the # of the link: it never reaches a server log, and leaves the address at once. */
export function SetupDoor({ hasOwner }: { hasOwner: boolean }) {
  const words = useWords().doors.setup;
  const [secret, setSecret] = useState<string | null>(null);
  useEffect(() => {
    const found = window.location.hash.slice(1);
    setSecret((known) => known || found);
    if (found === "") return;
    window.history.replaceState(null, "", `${window.location.pathname}${window.location.search}`);
  }, []);
  if (secret === null) {
    return (
      <>
        <h1 className="text-figure">{words.title}</h1>
        <p role="status" className="mt-3 text-ink-2">
          {words.checking}
        </p>
        <noscript>
          <p className="mt-3">{words.noScript}</p>
        </noscript>
      </>
    );
  }
  if (secret === "") return <SetupEnd state={hasOwner ? "already_set_up" : "missing"} />;
  return <SetupForm secret={secret} />;
}
