"use client";

import { useId, useState } from "react";
import { useSettingsWords } from "@/components/reader";
import { Button } from "@/components/ui/button";
import { fieldLook } from "@/components/ui/field";
import { phraseText } from "@/components/ui/phrase";

/**
 * A secret that is typed once and kept by nobody: no name, so that a form sent before the page is ready carries
 * nothing, and nothing for a browser or a password keeper to remember.
 */
export function TokenField({
  value,
  onChange,
  error,
  origin,
}: {
  value: string;
  onChange: (value: string) => void;
  error: string | null;
  /** Where it will be sent. */
  origin: string;
}) {
  const words = useSettingsWords().connection.form;
  const id = useId();
  const [isShown, setIsShown] = useState(false);
  return (
    <div data-slot="field" className="grid gap-1">
      <label htmlFor={id} className="font-medium text-small">
        {words.token}
      </label>
      <div className="flex gap-2">
        <input
          id={id}
          type={isShown ? "text" : "password"}
          autoComplete="off"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          data-1p-ignore
          data-lpignore="true"
          data-bwignore
          maxLength={500}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-help ${id}-error` : `${id}-help`}
          className={fieldLook}
        />
        <Button
          aria-controls={id}
          onClick={() => setIsShown(!isShown)}
          className="min-w-[4.5rem] shrink-0 whitespace-nowrap"
        >
          {isShown ? words.hide : words.show}
        </Button>
      </div>
      <p id={`${id}-help`} className="text-ink-3 text-small">
        {phraseText(words.tokenHelp, { origin })}
      </p>
      {error ? (
        <p id={`${id}-error`} role="alert" className="text-last text-small">
          {error}
        </p>
      ) : null}
    </div>
  );
}
