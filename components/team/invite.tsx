"use client";

import { type FormEvent, useId, useState } from "react";
import { useSettingsWords } from "@/components/reader";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { phraseText } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import { NewLink } from "./new-link";
import { useInvite } from "./use-invite";

export function Invite() {
  const team = useSettingsWords().team;
  const words = team.invite;
  const id = useId();
  const make = useInvite();
  const [isAgain, setIsAgain] = useState(false);
  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const label = String(new FormData(event.currentTarget).get("label")).trim();
    make.mutate(label === "" ? {} : { label });
  }
  return (
    <Section title={words.title}>
      <p className="text-ink-2">{words.text}</p>
      {make.data ? (
        <NewLink
          link={make.data.link}
          done={() => {
            setIsAgain(true);
            make.reset();
          }}
        />
      ) : (
        <form onSubmit={submit} className="mt-3 grid max-w-door gap-3">
          <Field
            id={id}
            name="label"
            label={words.label}
            help={words.help}
            maxLength={120}
            autoComplete="off"
            autoFocus={isAgain}
            error={make.isError ? phraseText(team.failed, { why: make.error.message }) : null}
          />
          <div>
            <Button type="submit" variant="primary" disabled={make.isPending}>
              {make.isPending ? words.sending : words.submit}
            </Button>
          </div>
        </form>
      )}
    </Section>
  );
}
