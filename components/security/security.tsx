"use client";

import { useSettingsWords } from "@/components/reader";
import { SignOut } from "@/components/shell/sign-out";
import { TheirWords } from "@/components/their-words";
import { Phrase } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import { ChangePassword } from "./change-password";
import { SessionList } from "./session-list";

/** One's own sign-in, whatever one's role: where it is open, its password, and the way out. */
export function Security({ email }: { email: string }) {
  const words = useSettingsWords();
  return (
    <>
      <h1 className="text-figure">{words.security.title}</h1>
      <p className="mt-1 text-ink-2">
        <Phrase text={words.security.lead} email={<TheirWords text={email} />} />
      </p>
      <noscript>
        <p className="mt-3 text-ink-2">{words.security.sessions.noScript}</p>
      </noscript>
      <SessionList />
      <ChangePassword email={email} />
      <Section title={words.session.title}>
        <p className="text-ink-2">{words.session.text}</p>
        <SignOut className="mt-2 rounded border border-line-strong px-4 desk:min-h-touch" />
      </Section>
    </>
  );
}
