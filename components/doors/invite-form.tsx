"use client";

import { type FormEvent, useEffect, useState } from "react";
import { addresses } from "@/components/addresses";
import { useDoorWords, useReader, useWords } from "@/components/reader";
import { TheirWords, theirWordsAsText } from "@/components/their-words";
import { browserZone, rememberZone } from "@/components/time/browser-zone";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Phrase, phraseText } from "@/components/ui/phrase";
import { isApiFailure } from "@/lib/api/queries/api-failure";
import { acceptInvitation, type InvitationLink } from "@/lib/api/queries/invite";
import type { InvitationSeen } from "@/lib/api/types";
import type { Doors } from "@/lib/messages";
import { formatInstant } from "@/lib/messages/format";
import { type InviteEndState, isInviteEnd } from "./invite-end";
import { isLongEnough, NewPassword } from "./new-password";

type Words = Doors["invite"] & { common: string };
type Problem = { field: "email" | "password" | null; text: string };

/** Makes one member. The link is spent by the answer, so what goes wrong before leaves it whole. */
export function InviteForm({
  link,
  seen,
  end,
}: {
  link: InvitationLink;
  seen: InvitationSeen;
  end: (state: InviteEndState) => void;
}) {
  const { tooShort, common } = useWords().password;
  const doors = useDoorWords();
  const words = doors.invite;
  const [problem, setProblem] = useState<Problem | null>(null);
  const [isSending, setIsSending] = useState(false);
  const { returning } = seen;

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
      await acceptInvitation(link, {
        password,
        email: String(form.get("email")).trim(),
        name: String(form.get("name")).trim(),
      });
      rememberZone();
      window.location.assign(addresses.inbox);
    } catch (error) {
      setIsSending(false);
      const reason = isApiFailure(error) ? error.reason : null;
      if (isInviteEnd(reason, doors)) return end(reason);
      const said = problemFor(reason, error, { ...words, common });
      setProblem(said);
      if (said.field) document.getElementById(said.field)?.focus();
    }
  }
  return (
    <>
      <Welcome seen={seen} />
      {problem && problem.field === null ? (
        <div className="mt-4">
          <Notice role="alert" tone="alert">
            <p>{problem.text}</p>
          </Notice>
        </div>
      ) : null}
      <form onSubmit={submit} className="mt-5 grid gap-4">
        <Field
          id="name"
          name="name"
          label={words.name}
          autoComplete="name"
          required
          maxLength={120}
          defaultValue={returning?.name ?? ""}
        />
        <Field
          id="email"
          name="email"
          type="email"
          label={words.email}
          autoComplete="username"
          required
          maxLength={254}
          readOnly={returning !== null}
          defaultValue={returning?.email ?? seen.suggestedEmail ?? ""}
          error={problem?.field === "email" ? problem.text : null}
        />
        <NewPassword
          id="password"
          label={doors.setup.password}
          error={problem?.field === "password" ? problem.text : null}
        />
        <Button type="submit" variant="primary" size="large" disabled={isSending}>
          {isSending ? words.sending : words.submit}
        </Button>
      </form>
      <Until at={seen.expiresAt} />
    </>
  );
}

function Welcome({ seen }: { seen: InvitationSeen }) {
  const words = useDoorWords().invite;
  const { workspaceName, inviter, role, returning } = seen;
  const title = returning
    ? words.back
    : workspaceName === ""
      ? words.titleUnnamed
      : phraseText(words.title, { workspace: theirWordsAsText(workspaceName) });
  return (
    <>
      <h1 className="text-figure">{title}</h1>
      <p className="mt-2 text-ink-2">
        <Phrase text={words.lead[role]} inviter={<TheirWords text={inviter} />} />
        {returning ? ` ${words.backLead}` : null}
      </p>
    </>
  );
}

/** There is no person yet whose zone is known; the browser's is. */
function Until({ at }: { at: string }) {
  const words = useDoorWords().invite;
  const { locale } = useReader();
  const [zone, setZone] = useState("UTC");
  useEffect(() => setZone(browserZone() ?? "UTC"), []);
  return (
    <p className="mt-4 text-ink-3 text-small">
      {phraseText(words.until, { when: formatInstant(new Date(at), zone, locale) })}
    </p>
  );
}

function problemFor(reason: string | null, error: unknown, words: Words): Problem {
  if (reason === "email_taken") return { field: "email", text: words.emailTaken };
  if (reason === "password_common") return { field: "password", text: words.common };
  const why = error instanceof Error ? error.message : "";
  return { field: null, text: phraseText(words.failed, { why }) };
}
