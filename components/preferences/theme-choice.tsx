"use client";

import { useEffect } from "react";
import { useSettingsWords } from "@/components/reader";
import { PreferenceForm } from "./preference-form";
import { ThemePreview } from "./theme-preview";
import { usePreference } from "./use-preference";

const THEMES = ["system", "light", "dark"] as const;

/** Taken on by the page at once, so that one sees what one chooses. */
export function ThemeChoice() {
  const words = useSettingsWords().appearance.theme;
  const { value, choose, saving, retry } = usePreference("theme");
  useEffect(() => {
    if (value === null) delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = value;
  }, [value]);
  return (
    <PreferenceForm title={words.title} saving={saving} retry={retry}>
      <fieldset className="mt-3">
        <legend className="sr-only">{words.title}</legend>
        <div className="grid grid-cols-3 gap-3">
          {THEMES.map((theme) => {
            const own = theme === "system" ? null : theme;
            return (
              <label key={theme} className="grid min-w-0 cursor-pointer content-start gap-2">
                <span className="block overflow-hidden rounded border border-line-strong has-[+span>:checked]:outline-2 has-[+span>:checked]:outline-pen has-[+span>:checked]:outline-offset-2">
                  <ThemePreview theme={theme} />
                </span>
                <span className="flex items-start gap-2 pb-2 text-small">
                  <input
                    type="radio"
                    name="theme"
                    value={own ?? ""}
                    checked={value === own}
                    onChange={() => choose(own)}
                    className="mt-px size-icon shrink-0 accent-pen"
                  />
                  {words.names[theme]}
                </span>
              </label>
            );
          })}
        </div>
      </fieldset>
    </PreferenceForm>
  );
}
