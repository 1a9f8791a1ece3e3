"use client";

import { type FormEvent, useEffect, useState } from "react";
import { addresses } from "@/components/addresses";
import { useDoorWords, useWords } from "@/components/reader";
import { browserZone, rememberZone } from "@/components/time/browser-zone";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { phraseText } from "@/components/ui/phrase";
import { isApiFailure } from "@/lib/api/queries/api-failure";
import { setUp } from "@/lib/api/queries/doors";
import { isLongEnough, NewPassword } from "./new-password";
import { isSetupEnd, SetupEnd, type SetupEndState } from "./setup-end";

type Problem = { field: "email" | "password" | null; text: string };

/** Makes the first owner. The link is spent by the answer, so what goes wrong before leaves it whole. */
export function SetupForm({ secret }: { secret: string }) {
  const { common, tooShort } = useWords().password;
  const doors = useDoorWords();
  const words = doors.setup;
  const [end, setEnd] = useState<SetupEndState | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setIsSending] = useState(false);
  const [timeZone, setTimeZone] = useState("UTC");
  useEffect(() => setTimeZone(browserZone() ?? "UTC"), []);
  if (end !== null) return <SetupEnd state={end} />;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const password = String(form.get("password"));
    if (!isLongEnough(password)) {
      setProblem({ field: "password", text: tooShort });
      document.getElementById("password")?.focus();
      return;
    }
    setIsSending(true);
    setProblem(null);
    try {
      await setUp({
        secret,
        password,
        email: String(form.get("email")).trim(),
        name: String(form.get("name")).trim(),
      });
      rememberZone();
      window.location.assign(addresses.welcome);
    } catch (error) {
      setIsSending(false);
      const reason = isApiFailure(error) ? error.reason : null;
      if (isSetupEnd(reason, doors)) setEnd(reason);
      else setProblem(problemFor(reason, error, { ...words, common }));
    }
  }
  return (
    <>
      <h1 className="text-figure">{words.title}</h1>
      <p className="mt-2 text-ink-2">{words.lead}</p>
      {problem && problem.field === null ? (
        <div className="mt-4">
          <Notice role="alert" tone="alert">
            <p>{problem.text}</p>
          </Notice>
        </div>
      ) : null}
      <form onSubmit={submit} className="mt-5 grid gap-4">
        <Field id="name" name="name" label={words.name} autoComplete="name" required maxLength={120} />
        <Field
          id="email"
          name="email"
          type="email"
          label={words.email}
          autoComplete="username"
          required
          maxLength={254}
          error={problem?.field === "email" ? problem.text : null}
        />
        <NewPassword
          id="password"
          label={words.password}
          error={problem?.field === "password" ? problem.text : null}
        />
        <p className="text-ink-3 text-small">{phraseText(words.zone, { zone: timeZone })}</p>
        <Button type="submit" variant="primary" size="large" disabled={isSending}>
          {isSending ? words.sending : words.submit}
        </Button>
      </form>
    </>
  );
}

function problemFor(
  reason: string | null,
  error: unknown,
  words: { emailTaken: string; common: string; failed: string },
): Problem {
  if (reason === "email_taken") return { field: "email", text: words.emailTaken };
  if (reason === "password_common") return { field: "password", text: words.common };
  const why = error instanceof Error ? error.message : "";
  return { field: null, text: phraseText(words.failed, { why }) };
}
