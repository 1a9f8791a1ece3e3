"use client";

import { useCallback, useEffect, useState } from "react";
import { addresses } from "@/components/addresses";
import { useDoorWords } from "@/components/reader";
import { Button, ButtonLink } from "@/components/ui/button";
import { phraseText } from "@/components/ui/phrase";
import { isApiFailure } from "@/lib/api/queries/api-failure";
import { signOut } from "@/lib/api/queries/doors";
import { seeInvitation } from "@/lib/api/queries/invite";
import type { InvitationSeen } from "@/lib/api/types";
import { InviteEnd, type InviteEndState, isInviteEnd } from "./invite-end";
import { InviteForm } from "./invite-form";

type Looked = { seen: InvitationSeen } | { end: InviteEndState } | { failed: true };

/**
 * The address names the invitation, the part behind the # opens it: that part reaches no server log, leaves
 * the address bar at once and is spent by POST.
 */
export function InviteDoor({ id }: { id: string }) {
  const doors = useDoorWords();
  const words = doors.invite;
  const [secret, setSecret] = useState<string | null>(null);
  const [looked, setLooked] = useState<Looked | null>(null);
  useEffect(() => {
    const take = () => {
      const found = window.location.hash.slice(1);
      setSecret((known) => found || (known ?? ""));
      if (found !== "") window.history.replaceState(null, "", window.location.pathname);
    };
    take();
    // The whole link, pasted over half of it, changes nothing but what stands behind the #.
    window.addEventListener("hashchange", take);
    return () => window.removeEventListener("hashchange", take);
  }, []);
  const look = useCallback(async () => {
    if (secret === null) return;
    setLooked(null);
    if (secret === "") return setLooked({ end: "missing" });
    try {
      setLooked({ seen: await seeInvitation({ id, secret }) });
    } catch (error) {
      const reason = isApiFailure(error) ? error.reason : null;
      setLooked(isInviteEnd(reason, doors) ? { end: reason } : { failed: true });
    }
  }, [id, secret, doors]);
  useEffect(() => void look(), [look]);

  if (secret === null || looked === null) {
    return (
      <>
        <h1 className="text-figure">{words.page}</h1>
        <p role="status" className="mt-3 text-ink-2 [@media(scripting:none)]:hidden">
          {words.checking}
        </p>
        <noscript>
          <p className="mt-3">{words.noScript}</p>
        </noscript>
      </>
    );
  }
  if ("end" in looked) return <InviteEnd state={looked.end} />;
  if ("failed" in looked) {
    return (
      <>
        <h1 className="text-figure">{words.unreachable.title}</h1>
        <p className="mt-3 text-ink-2">{words.unreachable.text}</p>
        <p className="mt-5">
          <Button variant="primary" onClick={look}>
            {words.retry}
          </Button>
        </p>
      </>
    );
  }
  const { seen } = looked;
  if (seen.you) return <AlreadyIn you={seen.you} secret={secret} />;
  return <InviteForm link={{ id, secret }} seen={seen} end={(state) => setLooked({ end: state })} />;
}

/** Nobody becomes somebody else by opening a link. */
function AlreadyIn({ you, secret }: { you: NonNullable<InvitationSeen["you"]>; secret: string }) {
  const words = useDoorWords().invite;
  const said = you.isMember ? words.member : words.signedIn;
  const [isLeaving, setIsLeaving] = useState(false);
  async function leave() {
    setIsLeaving(true);
    await signOut().catch(() => undefined);
    // A full load, so that nothing of the person who left stays in memory; the link comes along.
    window.history.replaceState(null, "", `${window.location.pathname}#${secret}`);
    window.location.reload();
  }
  return (
    <>
      <h1 className="text-figure">{said.title}</h1>
      <p className="mt-3 text-ink-2">{phraseText(said.text, { email: you.email })}</p>
      <p className="mt-5 flex flex-wrap gap-3">
        <ButtonLink href={addresses.inbox} variant="primary">
          {words.inbox}
        </ButtonLink>
        <Button onClick={leave} disabled={isLeaving}>
          {words.signOut}
        </Button>
      </p>
    </>
  );
}
