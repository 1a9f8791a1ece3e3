"use client";

import type { ReactNode } from "react";
import { useSettingsWords } from "@/components/reader";
import { Button } from "@/components/ui/button";
import { CheckIcon } from "@/components/ui/icons";
import { Notice } from "@/components/ui/notice";
import { phraseText } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import { useFormToken } from "./given";
import type { Saving } from "./saving";

/** One preference in a form of its own: a choice is sent as it is made; without scripts, by its button. */
export function PreferenceForm({
  title,
  saving,
  retry,
  children,
}: {
  title: string;
  saving: Saving;
  retry: () => void;
  children: ReactNode;
}) {
  const words = useSettingsWords().appearance;
  return (
    <Section title={title} aside={<Outcome saving={saving} />}>
      <form method="post" action="/api/preferences" onSubmit={(event) => event.preventDefault()}>
        <input type="hidden" name="csrfToken" value={useFormToken()} />
        {children}
        <noscript>
          <p className="mt-3">
            <Button type="submit">{words.save}</Button>
          </p>
        </noscript>
      </form>
      {saving.state === "failed" ? (
        <div className="mt-3 grid justify-items-start gap-3">
          <Notice role="alert" tone="alert">
            <p>{phraseText(words.failed, { why: saving.why })}</p>
          </Notice>
          <Button onClick={retry} className="noscript:hidden">
            {words.retry}
          </Button>
        </div>
      ) : null}
    </Section>
  );
}

function Outcome({ saving: { state } }: { saving: Saving }) {
  const words = useSettingsWords().appearance;
  return (
    <span role="status" className="inline-flex items-center gap-1 text-ink-2">
      {state === "saved" ? (
        <>
          <CheckIcon className="size-4 shrink-0 text-good" />
          {words.saved}
        </>
      ) : state === "saving" ? (
        words.saving
      ) : null}
    </span>
  );
}
