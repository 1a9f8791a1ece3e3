"use client";

import { useState } from "react";
import { useSettingsWords } from "@/components/reader";
import { Button } from "@/components/ui/button";
import { removeToken, replaceToken } from "@/lib/api/queries/connection";
import { ConfirmStep } from "./confirm-step";
import { TokenForm } from "./token-form";
import { useChange } from "./use-change";

/** What an owner can do with one token. */
export function TokenActions({ id, origin, isLast }: { id: string; origin: string; isLast: boolean }) {
  const words = useSettingsWords().connection;
  const [isReplacing, setIsReplacing] = useState(false);
  const [said, setSaid] = useState("");
  const [replacing, removing] = [useChange(), useChange()];

  if (isReplacing) {
    return (
      <div className="mt-3 border-t pt-3">
        <p className="font-medium">{words.replace.title}</p>
        <p className="text-ink-2">{words.replace.text}</p>
        <TokenForm
          origin={origin}
          submit={words.replace.submit}
          hasLabel={false}
          isBusy={replacing.isBusy}
          problem={replacing.problem}
          onCancel={() => setIsReplacing(false)}
          onSubmit={async ({ token }) => {
            if (!(await replacing.run(() => replaceToken(id, token)))) return;
            setSaid(words.replace.done);
            setIsReplacing(false);
          }}
        />
      </div>
    );
  }
  return (
    <div className="mt-3 flex flex-wrap items-center gap-3">
      <Button
        onClick={() => {
          setSaid("");
          setIsReplacing(true);
        }}
      >
        {words.replace.open}
      </Button>
      {isLast ? null : (
        <ConfirmStep
          open={words.remove.open}
          submit={words.remove.submit}
          sending={words.remove.sending}
          text={<p>{words.remove.text}</p>}
          isBusy={removing.isBusy}
          problem={removing.problem}
          onConfirm={() => void removing.run(() => removeToken(id))}
        />
      )}
      <p role="status" className="text-ink-2 text-small empty:hidden">
        {said}
      </p>
    </div>
  );
}
