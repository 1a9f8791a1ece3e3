"use client";

import { useSettingsWords } from "@/components/reader";
import { Choice } from "./choice";
import { PreferenceForm } from "./preference-form";
import { usePreference } from "./use-preference";

/** Something that is on or off, with a sentence that says what that means. */
export function SwitchChoice({ name }: { name: "singleKeys" | "keepOffline" }) {
  const page = useSettingsWords().appearance;
  const words = name === "singleKeys" ? page.keys : page.offline;
  const { value, choose, saving, retry } = usePreference(name);
  return (
    <PreferenceForm title={words.title} saving={saving} retry={retry}>
      <p className="text-ink-2">{words.text}</p>
      <Choice
        legend={words.title}
        name={name}
        value={value}
        choose={choose}
        options={[
          { value: true, sent: "on", name: words.names.on },
          { value: false, sent: "off", name: words.names.off },
        ]}
      />
    </PreferenceForm>
  );
}
