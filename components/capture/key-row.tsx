"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useSettingsWords } from "@/components/reader";
import { TheirWords, theirWordsAsText } from "@/components/their-words";
import { Age } from "@/components/time/instant";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Phrase, phraseText } from "@/components/ui/phrase";
import { Tag } from "@/components/ui/tag";
import { captureKeys, showFirstCaptureKey } from "@/lib/api/queries/capture";
import type { CaptureState } from "@/lib/api/types";
import { KeySnippets } from "./key-snippets";
import { LastCallText } from "./last-call";
import { MadeKey } from "./made-key";
import { RenameKey } from "./rename-key";
import { RevokeKey } from "./revoke-key";

type Key = CaptureState["keys"][number];
type Open = "use" | "rename" | "revoke" | null;

/** One key: what came with it last, and what can be done with it. */
export function KeyRow({
  captureKey,
  origin,
  changed,
}: {
  captureKey: Key;
  origin: string;
  changed: (what: "wasRevoked" | "wasRenamed", label: string) => void;
}) {
  const words = useSettingsWords().capture.keys;
  const { id, label, state, canBeRevoked } = captureKey;
  const [open, setOpen] = useState<Open>(null);
  const queries = useQueryClient();
  const show = useMutation({
    mutationFn: showFirstCaptureKey,
    gcTime: 0,
    onSuccess: () => queries.invalidateQueries({ queryKey: captureKeys.all }),
  });
  const name = theirWordsAsText(label);
  const toggle = (what: Exclude<Open, null>) => setOpen(open === what ? null : what);
  return (
    <li className="border-b py-3">
      <KeyFacts captureKey={captureKey} />
      {show.data ? (
        <MadeKey id={id} label={label} secret={show.data.secret} origin={origin} done={() => show.reset()} />
      ) : state === "revoked" ? null : (
        <div className="mt-2 flex flex-wrap gap-3">
          {state === "unshown" ? (
            <Button onClick={() => show.mutate()} disabled={show.isPending}>
              {words.show}
            </Button>
          ) : (
            <Button
              onClick={() => toggle("use")}
              aria-expanded={open === "use"}
              aria-label={phraseText(words.useOf, { label: name })}
            >
              {words.use}
            </Button>
          )}
          {state === "in_use" ? (
            <Button
              onClick={() => toggle("rename")}
              aria-expanded={open === "rename"}
              aria-label={phraseText(words.renameOf, { label: name })}
            >
              {words.rename}
            </Button>
          ) : null}
          {canBeRevoked ? (
            <Button
              id={`revoke-${id}`}
              onClick={() => toggle("revoke")}
              aria-expanded={open === "revoke"}
              aria-label={phraseText(words.revokeOf, { label: name })}
            >
              {words.revoke}
            </Button>
          ) : null}
        </div>
      )}
      {show.isError ? (
        <div className="mt-2">
          <Notice role="alert" tone="alert">
            <p>{phraseText(words.failed, { why: show.error.message })}</p>
          </Notice>
        </div>
      ) : null}
      {open === "use" ? (
        <div className="mt-3">
          <KeySnippets keyId={id} way={{ origin, label, secret: null }} />
        </div>
      ) : null}
      {open === "rename" ? (
        <RenameKey
          captureKey={captureKey}
          close={() => setOpen(null)}
          renamed={(to) => changed("wasRenamed", to)}
        />
      ) : null}
      {open === "revoke" ? (
        <RevokeKey
          captureKey={captureKey}
          close={() => {
            setOpen(null);
            document.getElementById(`revoke-${id}`)?.focus();
          }}
          revoked={() => changed("wasRevoked", label)}
        />
      ) : null}
    </li>
  );
}

function KeyFacts({ captureKey }: { captureKey: Key }) {
  const words = useSettingsWords().capture.keys;
  const { label, source, state, createdAt, lastUsedAt, revokedAt, last } = captureKey;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-2">
        <span className={state === "revoked" ? "text-ink-2" : "font-semibold"}>
          <TheirWords text={label} />
        </span>
        {state === "revoked" ? <Tag>{words.revoked}</Tag> : null}
        {source === "settings" ? null : <Tag>{words.sources[source]}</Tag>}
      </p>
      <p className="text-ink-3 text-small">
        {state === "revoked" && revokedAt ? (
          <Phrase text={words.revokedAt} ago={<Age at={revokedAt} />} />
        ) : state === "unshown" ? (
          words.unshown
        ) : lastUsedAt ? (
          <Phrase text={words.used} ago={<Age at={lastUsedAt} />} />
        ) : (
          words.never
        )}
        {" · "}
        <Phrase text={words.made} ago={<Age at={createdAt} />} />
      </p>
      {last ? (
        <p className="text-ink-2 text-small">
          <LastCallText last={last} />
        </p>
      ) : null}
    </>
  );
}
