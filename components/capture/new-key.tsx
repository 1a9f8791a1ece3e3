"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useRef, useState } from "react";
import { useSettingsWords } from "@/components/reader";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { phraseText } from "@/components/ui/phrase";
import { captureKeys, makeCaptureKey } from "@/lib/api/queries/capture";
import { MadeKey } from "./made-key";

/** A key for one agent. Its secret stays in this mutation alone: in no cache, and gone with the page. */
export function NewKey({ origin }: { origin: string }) {
  const words = useSettingsWords().capture.keys;
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const queries = useQueryClient();
  const [isEmpty, setIsEmpty] = useState(false);
  const make = useMutation({
    mutationFn: makeCaptureKey,
    gcTime: 0,
    onSuccess: () => queries.invalidateQueries({ queryKey: captureKeys.all }),
  });
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const label = String(new FormData(event.currentTarget).get("label")).trim();
    setIsEmpty(label === "");
    if (label !== "") make.mutate(label);
  }
  if (make.data) return <MadeKey {...make.data} origin={origin} done={() => make.reset()} />;
  const error = isEmpty
    ? words.empty
    : make.isError
      ? phraseText(words.failed, { why: make.error.message })
      : null;
  return (
    <form ref={form} method="post" onSubmit={submit} className="mt-3 grid max-w-door gap-3">
      <Field
        id={id}
        name="label"
        label={words.forWhom}
        help={words.help}
        maxLength={80}
        autoComplete="off"
        error={error}
      />
      <div>
        <Button type="submit" variant="primary" disabled={make.isPending}>
          {make.isPending ? words.making : words.make}
        </Button>
      </div>
    </form>
  );
}
