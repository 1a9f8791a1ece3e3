"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { isLongEnough, NewPassword } from "@/components/doors/new-password";
import { useSettingsWords, useWords } from "@/components/reader";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { phraseText } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import { isApiFailure } from "@/lib/api/queries/api-failure";
import { changePassword, sessionKeys } from "@/lib/api/queries/sessions";

type Problem = { field: "present" | "password" | null; text: string };

/** Asks for the present one, so that an open page left alone is worth nothing. */
export function ChangePassword({ email }: { email: string }) {
  const { tooShort, common } = useWords().password;
  const words = useSettingsWords().security.password;
  const queries = useQueryClient();
  const [problem, setProblem] = useState<Problem | null>(null);
  // Cleared by being made anew: neither password stays on the page.
  const [round, setRound] = useState(0);
  const change = useMutation({
    mutationFn: changePassword,
    gcTime: 0,
    onSuccess: () => {
      setRound(round + 1);
      return queries.invalidateQueries({ queryKey: sessionKeys.all });
    },
    onError: (error) => tell(problemOf(error)),
  });
  function tell(said: Problem) {
    setProblem(said);
    if (said.field) document.getElementById(said.field)?.focus();
  }
  function problemOf(error: unknown): Problem {
    const reason = isApiFailure(error) ? error.reason : null;
    if (reason === "present_password") return { field: "present", text: words.wrong };
    if (reason === "password_common") return { field: "password", text: common };
    const why = error instanceof Error ? error.message : "";
    return { field: null, text: phraseText(words.failed, { why }) };
  }
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = String(form.get("password"));
    setProblem(null);
    if (isLongEnough(password)) change.mutate({ present: String(form.get("present")), password });
    else tell({ field: "password", text: tooShort });
  }
  return (
    <Section title={words.title}>
      <p className="text-ink-2">{words.text}</p>
      <form key={round} onSubmit={submit} className="mt-3 grid max-w-door gap-4">
        {/* For password keepers: which account this is about. */}
        <input type="email" name="email" autoComplete="username" defaultValue={email} readOnly hidden />
        <Field
          id="present"
          name="present"
          type="password"
          label={words.present}
          autoComplete="current-password"
          required
          maxLength={1000}
          error={problem?.field === "present" ? problem.text : null}
        />
        <NewPassword
          id="password"
          label={words.next}
          error={problem?.field === "password" ? problem.text : null}
        />
        {problem && problem.field === null ? (
          <Notice role="alert" tone="alert">
            <p>{problem.text}</p>
          </Notice>
        ) : null}
        <div>
          <Button type="submit" disabled={change.isPending}>
            {change.isPending ? words.sending : words.submit}
          </Button>
        </div>
      </form>
      <p role="status" className="mt-2 text-ink-2 text-small empty:hidden">
        {change.isSuccess ? words.done : null}
      </p>
    </Section>
  );
}
