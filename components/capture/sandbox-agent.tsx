"use client";

import { useMutation } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useSettingsWords, useWords } from "@/components/reader";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import { phraseText } from "@/components/ui/phrase";
import { showSandboxToken } from "@/lib/api/queries/capture";

/** Somebody to try it as: the sandbox's own agent. Its token is asked for by a button and gone with the page. */
export function SandboxAgent({
  token,
  setToken,
}: {
  token: string | null;
  setToken: (token: string | null) => void;
}) {
  const { app } = useWords();
  const page = useSettingsWords().capture;
  const words = page.recorder.sandbox;
  const show = useMutation({
    mutationFn: showSandboxToken,
    gcTime: 0,
    onSuccess: (shown) => setToken(shown.token),
  });
  const shown = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (token !== null) shown.current?.focus();
  }, [token]);
  function hide() {
    show.reset();
    setToken(null);
  }
  return (
    <div className="mt-4 border-y py-4">
      <p className="text-small">{words.text}</p>
      {token === null ? (
        <div className="mt-3">
          <Button onClick={() => show.mutate()} disabled={show.isPending}>
            {show.isPending ? words.showing : words.show}
          </Button>
        </div>
      ) : (
        <div className="mt-3 grid gap-3">
          <p role="status" className="text-ink-2 text-small">
            {words.shown}
          </p>
          <p
            ref={shown}
            tabIndex={-1}
            data-slot="sandbox-token"
            className="select-all rounded bg-wash px-4 py-3 text-small [overflow-wrap:anywhere]"
          >
            {token}
          </p>
          <div className="flex flex-wrap gap-3">
            <CopyButton text={token} label={words.copy} done={page.copied} failed={app.copyFailed} />
            <Button variant="plain" onClick={hide}>
              {words.hide}
            </Button>
          </div>
        </div>
      )}
      {show.isError ? (
        <div className="mt-3">
          <Notice role="alert" tone="alert">
            <p>{phraseText(words.failed, { why: show.error.message })}</p>
          </Notice>
        </div>
      ) : null}
    </div>
  );
}
