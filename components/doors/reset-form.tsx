"use client";

import { type FormEvent, useState } from "react";
import { addresses } from "@/components/addresses";
import { useDoorWords, useWords } from "@/components/reader";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Phrase, phraseText } from "@/components/ui/phrase";
import { isApiFailure } from "@/lib/api/queries/api-failure";
import { takeNewPassword } from "@/lib/api/queries/doors";
import { isLongEnough, NewPassword } from "./new-password";
import { isSetupEnd, SetupEnd, type SetupEndState } from "./setup-end";

/** A new password for an owner who was locked out. What goes wrong before the answer leaves the link whole. */
export function ResetForm({ secret, email }: { secret: string; email: string }) {
  const { common, tooShort } = useWords().password;
  const doors = useDoorWords();
  const words = doors.reset;
  const [end, setEnd] = useState<SetupEndState | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [isSending, setIsSending] = useState(false);
  if (end !== null) return <SetupEnd state={end} />;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setFailed(null);
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    if (!isLongEnough(password)) {
      setWrong(tooShort);
      document.getElementById("password")?.focus();
      return;
    }
    setWrong(null);
    setIsSending(true);
    try {
      await takeNewPassword(secret, password);
      window.location.assign(addresses.inbox);
    } catch (error) {
      setIsSending(false);
      const reason = isApiFailure(error) ? error.reason : null;
      if (isSetupEnd(reason, doors)) setEnd(reason);
      else if (reason === "password_common") setWrong(common);
      else setFailed(phraseText(words.failed, { why: error instanceof Error ? error.message : "" }));
    }
  }
  return (
    <>
      <h1 className="text-figure">{words.title}</h1>
      <p className="mt-2 text-ink-2 wrap-anywhere">
        <Phrase text={words.lead} email={email} />
      </p>
      {failed ? (
        <div className="mt-4">
          <Notice role="alert" tone="alert">
            <p>{failed}</p>
          </Notice>
        </div>
      ) : null}
      <form onSubmit={submit} className="mt-5 grid gap-4">
        {/* For the password manager, which keeps the two together. */}
        <input type="text" name="email" autoComplete="username" value={email} readOnly hidden />
        <NewPassword id="password" label={words.password} error={wrong} />
        <Button type="submit" variant="primary" size="large" disabled={isSending}>
          {isSending ? words.sending : words.submit}
        </Button>
        <p className="text-ink-3 text-small">{words.note}</p>
      </form>
    </>
  );
}
