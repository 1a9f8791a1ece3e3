"use client";

import { useSettingsWords } from "@/components/reader";
import { Choice } from "./choice";
import { PreferenceForm } from "./preference-form";
import { usePreference } from "./use-preference";

/** Each language in its own words, so that whoever is in the wrong one finds the way out. */
export function LanguageChoice() {
  const words = useSettingsWords().appearance.language;
  const { value, choose, saving, retry } = usePreference("locale");
  return (
    <PreferenceForm title={words.title} saving={saving} retry={retry}>
      <Choice
        legend={words.title}
        name="locale"
        value={value}
        choose={choose}
        options={[
          { value: null, sent: "", name: words.browser },
          { value: "en", sent: "en", name: words.names.en, lang: "en" },
          { value: "de", sent: "de", name: words.names.de, lang: "de" },
        ]}
      />
      <p className="mt-2 text-ink-3 text-small">{words.text}</p>
    </PreferenceForm>
  );
}
