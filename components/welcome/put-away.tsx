"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useReader, useSettingsWords } from "@/components/reader";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { phraseText } from "@/components/ui/phrase";
import { savePreferences } from "@/lib/api/queries/preferences";

/** Not to be led here any more, and back again. Works as a plain form too. */
export function PutAway({ csrfToken }: { csrfToken: string }) {
  const words = useSettingsWords().welcome.away;
  const { firstSteps } = useReader();
  const router = useRouter();
  const save = useMutation({
    mutationFn: () => savePreferences({ firstSteps: !firstSteps }),
    networkMode: "always",
    onSuccess: () => router.refresh(),
  });
  return (
    <form
      method="post"
      action="/api/preferences"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
      className="grid justify-items-start gap-2"
    >
      <input type="hidden" name="csrfToken" value={csrfToken} />
      <input type="hidden" name="firstSteps" value={firstSteps ? "off" : "on"} />
      <p role="status" className="text-ink-2 text-small empty:hidden">
        {firstSteps ? null : words.isAway}
      </p>
      <Button type="submit" variant="plain" disabled={save.isPending}>
        {save.isPending ? words.putting : firstSteps ? words.put : words.again}
      </Button>
      {save.isError ? (
        <Notice role="alert" tone="alert">
          <p>{phraseText(words.failed, { why: save.error.message })}</p>
        </Notice>
      ) : null}
    </form>
  );
}
