"use client";

import { type FormEvent, type ReactNode, useId, useState } from "react";
import { useSettingsWords } from "@/components/reader";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { phraseText } from "@/components/ui/phrase";
import { TokenField } from "./token-field";
import type { ChangeProblem } from "./use-change";

export type TypedToken = { token: string; label: string };

/** A token to be checked. What is typed stays as long as it was not taken, and nowhere but here. */
export function TokenForm({
  origin,
  submit,
  hasLabel,
  isBusy,
  problem,
  instead,
  onSubmit,
  onCancel,
}: {
  origin: string;
  submit: string;
  hasLabel: boolean;
  isBusy: boolean;
  problem: ChangeProblem | null;
  /** Takes the place of the button, for a question that came up. */
  instead?: ((typed: TypedToken) => ReactNode) | null;
  onSubmit: (typed: TypedToken) => void;
  onCancel?: () => void;
}) {
  const words = useSettingsWords().connection.form;
  const labelId = useId();
  const [token, setToken] = useState("");
  const [label, setLabel] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const isOfToken = problem?.reason?.startsWith("token_") ?? false;

  function send(event: FormEvent) {
    event.preventDefault();
    const typed = token.trim();
    const found = typed === "" ? words.empty : /^[\x21-\x7e]+$/.test(typed) ? null : words.shape;
    setFault(found);
    if (found === null) onSubmit({ token: typed, label });
  }

  return (
    <form method="post" autoComplete="off" onSubmit={send} className="mt-3 grid gap-4">
      <TokenField
        origin={origin}
        value={token}
        onChange={setToken}
        error={fault ?? (isOfToken ? (problem?.text ?? null) : null)}
      />
      {hasLabel ? (
        <Field
          id={labelId}
          label={words.label}
          help={words.labelHelp}
          maxLength={80}
          autoComplete="off"
          value={label}
          onChange={(event) => setLabel(event.currentTarget.value)}
        />
      ) : null}
      {problem && !isOfToken && !instead ? (
        <Notice role="alert" tone="alert">
          <p>{phraseText(words.failed, { why: problem.text })}</p>
        </Notice>
      ) : null}
      {instead ? (
        instead({ token: token.trim(), label })
      ) : (
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="primary" disabled={isBusy}>
            {isBusy ? words.checking : submit}
          </Button>
          {onCancel ? (
            <Button onClick={onCancel} disabled={isBusy}>
              {words.cancel}
            </Button>
          ) : null}
        </div>
      )}
    </form>
  );
}
