"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId } from "react";
import { useSettingsWords } from "@/components/reader";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { phraseText } from "@/components/ui/phrase";
import { captureKeys, renameCaptureKey } from "@/lib/api/queries/capture";

export function RenameKey({
  captureKey: { id, label },
  close,
  renamed,
}: {
  captureKey: { id: string; label: string };
  close: () => void;
  renamed: (label: string) => void;
}) {
  const words = useSettingsWords().capture.keys;
  const fieldId = useId();
  const queries = useQueryClient();
  const rename = useMutation({
    mutationFn: renameCaptureKey,
    onSuccess: async (_nothing, to) => {
      await queries.invalidateQueries({ queryKey: captureKeys.all });
      close();
      renamed(to.label);
    },
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const to = String(new FormData(event.currentTarget).get("label")).trim();
    if (to === "" || to === label) close();
    else rename.mutate({ id, label: to });
  }
  return (
    <form method="post" onSubmit={submit} className="mt-3 grid max-w-door gap-3">
      <Field
        id={fieldId}
        name="label"
        label={words.renameTo}
        defaultValue={label}
        maxLength={80}
        autoComplete="off"
        autoFocus
        error={rename.isError ? phraseText(words.failed, { why: rename.error.message }) : null}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" disabled={rename.isPending}>
          {words.save}
        </Button>
        <Button variant="plain" onClick={close}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
