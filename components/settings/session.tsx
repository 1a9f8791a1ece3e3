"use client";

import { useWords } from "@/components/reader";
import { SignOut } from "@/components/shell/sign-out";
import { phraseText } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";

export function Session({ email }: { email: string }) {
  const words = useWords();
  return (
    <Section title={words.settings.session.title}>
      <p className="text-ink-2">{phraseText(words.nav.signedInAs, { name: email })}</p>
      <p className="text-ink-3 text-small">{words.settings.session.text}</p>
      <SignOut className="mt-2 rounded border border-line-strong px-4 desk:min-h-touch" />
    </Section>
  );
}
