"use client";

import { type ReactNode, useEffect, useId, useState } from "react";
import { useReader, useSettingsWords } from "@/components/reader";
import { browserZone } from "@/components/time/browser-zone";
import { useNow } from "@/components/time/clock";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { phraseText } from "@/components/ui/phrase";
import { isTimeZone } from "@/lib/domain/instant-in-zone";
import { formatInstant } from "@/lib/messages/format";
import { PreferenceForm } from "./preference-form";
import { usePreference } from "./use-preference";

/**
 * `seen`: the zone this browser said last time. `zones`: every zone there is, as the list of the field with that
 * id; made on the server, since a browser may know others by other names.
 */
export function ZoneChoice({ seen, listId, zones }: { seen: string; listId: string; zones: ReactNode }) {
  const words = useSettingsWords().appearance.zone;
  const id = useId();
  const browsers = useBrowserZone(seen);
  const { value, choose, saving, retry } = usePreference("timeZone");
  const [typed, setTyped] = useState(value ?? "");
  const [isUnknown, setIsUnknown] = useState(value !== null && !isTimeZone(value));

  function take(zone: string) {
    setTyped(zone);
    const isKnown = zone === "" || isTimeZone(zone);
    setIsUnknown(!isKnown);
    if (isKnown && zone !== (value ?? "")) choose(zone === "" ? null : zone);
  }

  return (
    <PreferenceForm title={words.title} saving={saving} retry={retry}>
      <div className="mt-1 grid gap-3">
        <Field
          id={id}
          name="timeZone"
          list={listId}
          label={words.label}
          help={words.help}
          placeholder={phraseText(words.browser, { zone: browsers })}
          maxLength={64}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            const now = event.currentTarget.value;
            setTyped(now);
            setIsUnknown(false);
            // Picked from the list rather than typed letter by letter.
            if ("inputType" in event.nativeEvent && event.nativeEvent.inputType === "insertReplacementText") {
              take(now);
            }
          }}
          onBlur={(event) => take(event.currentTarget.value.trim())}
          onKeyDown={(event) => {
            if (event.key === "Enter") take(event.currentTarget.value.trim());
          }}
          error={isUnknown ? words.unknown : null}
        />
        {zones}
        <NowThere zone={value ?? browsers} text={value === null ? words.nowHere : words.now} />
        {value === null ? null : (
          <div className="noscript:hidden">
            <Button onClick={() => take("")}>{phraseText(words.useBrowser, { zone: browsers })}</Button>
          </div>
        )}
      </div>
    </PreferenceForm>
  );
}

function NowThere({ zone, text }: { zone: string; text: string }) {
  const { locale } = useReader();
  const now = useNow();
  if (!isTimeZone(zone)) return null;
  return <p className="text-small">{phraseText(text, { when: formatInstant(now, zone, locale) })}</p>;
}

function useBrowserZone(seen: string): string {
  const [zone, setZone] = useState(seen);
  useEffect(() => setZone(browserZone() ?? seen), [seen]);
  return zone;
}
