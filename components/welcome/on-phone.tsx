"use client";

import { useSettingsWords } from "@/components/reader";
import { Button } from "@/components/ui/button";
import { phraseText } from "@/components/ui/phrase";
import { useInstallPrompt } from "./use-install-prompt";

/** How to have the inbox at hand; what is said fits the address people come by. */
export function OnPhone({ origin, isLocal }: { origin: string; isLocal: boolean }) {
  const words = useSettingsWords().welcome.phone;
  const { offer, isInstalled } = useInstallPrompt();
  return (
    <section aria-labelledby="on-phone" className="border-t pt-4">
      <h2 id="on-phone" className="text-title">
        {words.title}
      </h2>
      {isLocal ? (
        <p className="mt-2 text-ink-2">{phraseText(words.local, { origin })}</p>
      ) : (
        <>
          <p className="mt-2 text-ink-2">{phraseText(words.address, { origin })}</p>
          <dl className="mt-2 grid gap-x-3 gap-y-1 pad:grid-cols-facts">
            <dt className="font-medium">{words.iphone}</dt>
            <dd className="text-ink-2">{words.iphoneText}</dd>
            <dt className="font-medium">{words.android}</dt>
            <dd className="text-ink-2">{words.androidText}</dd>
          </dl>
          {origin.startsWith("https:") ? null : (
            <p className="mt-2 text-ink-3 text-small">{words.insecure}</p>
          )}
        </>
      )}
      {isInstalled ? (
        <p className="mt-3 text-small">{words.installed}</p>
      ) : offer ? (
        <p className="mt-3">
          <Button onClick={offer}>{words.install}</Button>
        </p>
      ) : null}
    </section>
  );
}
