"use client";

import { type FormEvent, useState } from "react";
import { useDoorWords } from "@/components/reader";
import { Button } from "@/components/ui/button";
import { Command } from "@/components/ui/command";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Phrase } from "@/components/ui/phrase";
import { isApiFailure } from "@/lib/api/queries/api-failure";
import { signIn } from "@/lib/api/queries/doors";
import type { Doors } from "@/lib/messages";

type Words = Doors["signIn"];

/** One message for every wrong pair; a form that also works by itself. */
export function SignInForm({
  next,
  csrfToken,
  notice,
  hasFailed,
}: {
  next: string;
  csrfToken: string | null;
  notice: "ended" | "revoked" | "signedOut" | null;
  hasFailed: boolean;
}) {
  const doors = useDoorWords();
  const words = doors.signIn;
  const [problem, setProblem] = useState(hasFailed ? words.failed : null);
  const [isSending, setIsSending] = useState(false);
  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setIsSending(true);
    setProblem(null);
    try {
      await signIn(String(form.get("email")), String(form.get("password")));
      window.location.assign(next);
    } catch (error) {
      setProblem(sentenceFor(error, words));
      setIsSending(false);
    }
  }
  return (
    <>
      <h1 className="text-figure">{words.title}</h1>
      <div className="mt-4 grid gap-3 empty:hidden">
        {notice && problem === null ? (
          <Notice role="status">
            <p>{words[notice]}</p>
          </Notice>
        ) : null}
        {problem ? (
          <Notice role="alert" tone="alert">
            <p>{problem}</p>
          </Notice>
        ) : null}
      </div>
      <form
        method="post"
        action="/api/auth/callback/credentials"
        onSubmit={submit}
        className="mt-5 grid gap-4"
      >
        <input type="hidden" name="csrfToken" value={csrfToken ?? ""} />
        <input type="hidden" name="callbackUrl" value={next} />
        <Field
          id="email"
          name="email"
          type="email"
          label={words.email}
          autoComplete="username"
          required
          maxLength={254}
        />
        <Field
          id="password"
          name="password"
          type="password"
          label={words.password}
          autoComplete="current-password"
          required
          maxLength={1000}
        />
        <Button type="submit" variant="primary" size="large" disabled={isSending}>
          {isSending ? words.sending : words.submit}
        </Button>
      </form>
      <div className="mt-5 grid gap-2 text-ink-3 text-small">
        <p>{words.setUp}</p>
        <p>
          <Phrase text={words.forgot} command={<Command text={doors.commands.reset} />} />
        </p>
      </div>
    </>
  );
}

function sentenceFor(error: unknown, words: Words): string {
  if (!isApiFailure(error) || error.status === 0 || error.status >= 500) return words.unreachable;
  if (error.status !== 429) return words.failed;
  return words.throttled(Math.max(1, Math.ceil((error.retryAfterSeconds ?? 900) / 60)));
}
