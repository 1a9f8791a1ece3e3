"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useId } from "react";
import { useSettingsWords } from "@/components/reader";
import { TheirWords, theirWordsAsText } from "@/components/their-words";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Phrase, phraseText } from "@/components/ui/phrase";
import { captureKeys, revokeCaptureKey } from "@/lib/api/queries/capture";

/** Asks once, in the row, and says what it does. */
export function RevokeKey({
  captureKey: { id, label },
  close,
  revoked,
}: {
  captureKey: { id: string; label: string };
  close: () => void;
  revoked: () => void;
}) {
  const words = useSettingsWords().capture.keys;
  const questionId = useId();
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: revokeCaptureKey,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: captureKeys.all });
      close();
      revoked();
    },
  });
  return (
    <div className="mt-3 rounded bg-wash px-4 py-3">
      <p id={questionId} className="text-small">
        <Phrase text={words.revokeAsk} label={<TheirWords text={label} />} />
      </p>
      {revoke.isError ? (
        <div className="mt-2">
          <Notice role="alert" tone="alert">
            <p>{phraseText(words.failed, { why: revoke.error.message })}</p>
          </Notice>
        </div>
      ) : null}
      <div className="mt-3 flex flex-wrap gap-3">
        <Button
          onClick={() => revoke.mutate(id)}
          disabled={revoke.isPending}
          aria-describedby={questionId}
          variant="grave"
        >
          {revoke.isPending ? words.revoking : phraseText(words.revokeOf, { label: theirWordsAsText(label) })}
        </Button>
        {/* Two presses of Enter must not cut an agent off. */}
        <Button onClick={close} disabled={revoke.isPending} aria-describedby={questionId} autoFocus>
          {words.keep}
        </Button>
      </div>
    </div>
  );
}
