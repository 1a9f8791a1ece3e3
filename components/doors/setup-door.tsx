"use client";

import { useCallback, useEffect, useState } from "react";
import { useDoorWords } from "@/components/reader";
import { Button } from "@/components/ui/button";
import { isApiFailure } from "@/lib/api/queries/api-failure";
import { type LinkOpens, lookAtLink } from "@/lib/api/queries/doors";
import { ResetForm } from "./reset-form";
import { isSetupEnd, SetupEnd, type SetupEndState } from "./setup-end";
import { SetupForm } from "./setup-form";

type Found = LinkOpens | { end: SetupEndState } | "unreachable";

/**
 * The secret stands behind the # of the link: it never reaches a server log, and leaves the address at once.
 * The server is asked first what it opens, so that nobody fills in a form for a link that is spent.
 */
export function SetupDoor({ hasOwner }: { hasOwner: boolean }) {
  const doors = useDoorWords();
  const words = doors.setup;
  const [secret, setSecret] = useState<string | null>(null);
  const [found, setFound] = useState<Found | null>(null);
  const look = useCallback(
    (given: string) => {
      setFound(null);
      lookAtLink(given).then(setFound, (error: unknown) => {
        const reason = isApiFailure(error) ? error.reason : null;
        setFound(isSetupEnd(reason, doors) ? { end: reason } : "unreachable");
      });
    },
    [doors],
  );
  useEffect(() => {
    const take = () => {
      const given = window.location.hash.slice(1);
      if (given === "") {
        setSecret((known) => known ?? "");
        return;
      }
      window.history.replaceState(null, "", `${window.location.pathname}${window.location.search}`);
      setSecret(given);
      look(given);
    };
    take();
    // Another link pasted over this page changes nothing but what stands behind the #.
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, [look]);

  if (secret === "") return <SetupEnd state={hasOwner ? "already_set_up" : "missing"} />;
  if (secret === null || found === null) {
    return (
      <>
        <h1 className="text-figure">{words.checkingTitle}</h1>
        <p role="status" className="mt-3 text-ink-2">
          {words.checking}
        </p>
        <noscript>
          <p className="mt-3">{words.noScript}</p>
        </noscript>
      </>
    );
  }
  if (found === "unreachable") {
    return (
      <>
        <h1 className="text-figure">{words.unreachableTitle}</h1>
        <p role="alert" className="mt-3 text-ink-2">
          {words.unreachable}
        </p>
        <p className="mt-5">
          <Button variant="primary" onClick={() => look(secret)}>
            {words.lookAgain}
          </Button>
        </p>
      </>
    );
  }
  if ("end" in found) return <SetupEnd state={found.end} />;
  if (found.opens === "new_password") return <ResetForm secret={secret} email={found.email} />;
  return <SetupForm secret={secret} />;
}
