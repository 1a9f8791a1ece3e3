"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { addresses } from "@/components/addresses";
import { useReader, useSettingsWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Age } from "@/components/time/instant";
import { Link } from "@/components/ui/link";
import { Phrase, phraseText } from "@/components/ui/phrase";
import { useCan } from "@/components/use-can";
import { summaryQuery } from "@/lib/api/queries/summary";
import { firstSteps } from "@/lib/domain/first-steps";
import { SETTINGS_ITEMS } from "./settings-items";

/** What is set, as far as a line can say it. Null: it could not be read. */
export type SettingsState = {
  tokens: number;
  callers: { count: number; lastAt: string | null };
  people: number;
  theme: "light" | "dark" | null;
  places: number;
};

/** The pages of settings, each with what is set there. */
export function SettingsHome({ state }: { state: SettingsState }) {
  const words = useSettingsWords();
  const lines: Record<(typeof SETTINGS_ITEMS)[number]["name"], ReactNode> = {
    connection: <ConnectionLine tokens={state.tokens} />,
    capture:
      state.callers.lastAt === null ? (
        words.home.capture.none
      ) : (
        <Phrase
          text={words.home.capture.agents(state.callers.count)}
          ago={<Age at={state.callers.lastAt} />}
        />
      ),
    coverage: <CoverageLine />,
    team: words.home.team.people(state.people),
    appearance: <AppearanceLine theme={state.theme} />,
    security: words.home.security.sessions(state.places),
  };
  return (
    <>
      <h1 className="text-figure">{words.home.title}</h1>
      <ul className="mt-4 border-t">
        <FirstStepsItem hasCaller={state.callers.count > 0} />
        {SETTINGS_ITEMS.map(({ name, href }) => (
          <Item key={name} href={href} name={words[name].page}>
            {lines[name]}
          </Item>
        ))}
      </ul>
    </>
  );
}

function Item({ href, name, children }: { href: string; name: string; children: ReactNode }) {
  return (
    <li className="border-b">
      <Link
        href={href}
        className="grid min-h-touch gap-x-3 py-3 hover:bg-wash pad:-mx-3 pad:grid-cols-facts pad:px-3"
      >
        <span className="font-semibold">{name}</span>
        <span className="min-w-0 text-ink-2 max-pad:text-small">{children}</span>
      </Link>
    </li>
  );
}

/** As long as something of them is left, and nobody has put them away. */
function FirstStepsItem({ hasCaller }: { hasCaller: boolean }) {
  const words = useSettingsWords().home.firstSteps;
  const { firstSteps: isWanted } = useReader();
  const summary = useQuery(summaryQuery()).data;
  const isMine = useCan("manage_connection");
  if (!isWanted || !isMine || !summary) return null;
  const { connection, handedOver } = summary;
  const { count, areAll } = firstSteps({ connection: connection.state, hasCaller, hasRequest: handedOver });
  if (areAll) return null;
  return (
    <Item href={addresses.welcome} name={words.name}>
      {count === 0 ? words.none : words.text(count)}
    </Item>
  );
}

function ConnectionLine({ tokens }: { tokens: number }) {
  const words = useSettingsWords().home.connection;
  const summary = useQuery(summaryQuery()).data;
  const state = summary?.connection.state ?? "none";
  if (state !== "real") return words[state];
  const name = summary?.workspace?.name;
  return (
    <>
      {name ? <TheirWords text={name} /> : words.unnamed}
      {`, ${words.tokens(tokens)}`}
    </>
  );
}

function CoverageLine() {
  const words = useSettingsWords().home.coverage;
  const coverage = useQuery(summaryQuery()).data?.coverage;
  return coverage && coverage.settled > 0 ? words.seen(coverage.seenFirst, coverage.settled) : words.none;
}

function AppearanceLine({ theme }: { theme: SettingsState["theme"] }) {
  const words = useSettingsWords().home.appearance;
  const { timeZone } = useReader();
  return `${words.themes[theme ?? "system"]}, ${phraseText(words.zone, { zone: timeZone })}`;
}
