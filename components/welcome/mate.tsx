"use client";

import { useQuery } from "@tanstack/react-query";
import { addresses } from "@/components/addresses";
import { useSettingsWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { ButtonLink } from "@/components/ui/button";
import { Phrase } from "@/components/ui/phrase";
import { useCan } from "@/components/use-can";
import { summaryQuery } from "@/lib/api/queries/summary";
import { OnPhone } from "./on-phone";

/** For who joins a team: nothing to set up, and what there is to do here. */
export function MateWelcome({ origin, isLocal }: { origin: string; isLocal: boolean }) {
  const words = useSettingsWords().welcome.mate;
  const canExport = useCan("export");
  const name = useQuery(summaryQuery()).data?.workspace?.name;
  const parts = [
    { ...words.see, href: addresses.inbox },
    {
      ...words.past,
      text: canExport ? words.past.text : words.past.textViewer,
      href: addresses.history,
    },
    { ...words.own, href: addresses.appearance },
  ];
  return (
    <div className="max-w-list">
      <h1 className="text-figure">{words.title}</h1>
      <p className="mt-1 text-ink-2">
        {name ? <Phrase text={words.lead} workspace={<TheirWords text={name} />} /> : words.leadUnnamed}
      </p>
      <ul className="mt-5">
        {parts.map(({ title, text, link, href }, index) => (
          <li key={title} className="grid justify-items-start gap-2 border-t py-4">
            <h2 className="text-title">{title}</h2>
            <p className="text-ink-2">{text}</p>
            <ButtonLink href={href} variant={index === 0 ? "primary" : "quiet"}>
              {link}
            </ButtonLink>
          </li>
        ))}
      </ul>
      <OnPhone origin={origin} isLocal={isLocal} />
    </div>
  );
}
