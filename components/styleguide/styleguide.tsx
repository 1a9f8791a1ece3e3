"use client";

import { Announcer } from "@/components/announce/announcer";
import { Keyboard } from "@/components/keyboard/keyboard";
import { Toasts } from "@/components/toast/toasts-shown";
import { Controls } from "./controls";
import { everyOpen, settledApprovals } from "./fixtures";
import { Fronts } from "./fronts";
import { Harness } from "./harness";
import { IconsShown } from "./icons-shown";
import { Chapter } from "./part";
import { SaidParts } from "./said";
import { Things } from "./things";
import { Tokens } from "./tokens";

const CHAPTERS = [
  ["tokens", "Colours, letters, distances"],
  ["icons", "Drawings"],
  ["controls", "Pressed, written in, chosen"],
  ["said", "What is said"],
  ["keyboard", "In front, and the keyboard"],
  ["things", "Requests and money"],
  ["screens", "Screens"],
  ["unseen", "Without a look"],
] as const;
const STATES = ["full", "every", "empty", "apart", "never", "none", "refused", "down", "loading"];
const SCREENS = ["inbox", "history", "contracts", "contract", "add"];
/** Files of `components/ui` that nothing can be seen of. */
const UNSEEN = [
  ["join.ts", "class names, joined"],
  ["copy-text.ts", "text onto the clipboard, also where browsers have only the older way"],
  ["style-nonce.ts", "lets the dialogs' one style through the page's policy"],
  ["follow-links.tsx", "follows every link of ours without loading the page anew"],
  ["is-plain-click.ts", "a press that is not for another tab or window"],
  ["shortcut.ts", "the way between a list and its requests that needs no server"],
] as const;

/** For whoever changes a component: each in every state and both themes, and every screen one click away. */
export function Styleguide() {
  return (
    <Harness state="full">
      <main id="content" tabIndex={-1} className="mx-auto grid max-w-page gap-7 p-4 pad:p-6">
        <header className="grid gap-4">
          <h1 className="text-figure">Style guide</h1>
          <p className="max-w-sheet text-ink-2">
            Paper, ink and one pen. Figures carry the page, hairlines divide it, and urgency is a word before
            it is a colour.
          </p>
          <nav aria-label="Chapters">
            <ul className="flex flex-wrap gap-x-4">
              {CHAPTERS.map(([id, name]) => (
                <li key={id}>
                  <a
                    href={`#${id}`}
                    className="inline-flex min-h-touch items-center text-pen text-small hover:underline"
                  >
                    {name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </header>
        <Tokens />
        <IconsShown />
        <Controls />
        <SaidParts />
        <Fronts />
        <Things />
        <Chapter id="screens" name="Screens">
          <dl className="grid gap-1">
            {SCREENS.map((screen) => (
              <div key={screen} className="flex flex-wrap items-center gap-x-3">
                <dt className="w-[6rem] font-medium text-small">{screen}</dt>
                {STATES.map((state) => (
                  <dd key={state}>
                    <Way href={`/styleguide/screens/${screen}?state=${state}`}>{state}</Way>
                  </dd>
                ))}
              </div>
            ))}
          </dl>
          <ul className="flex flex-wrap gap-x-3">
            {[...everyOpen, ...settledApprovals].map(({ id }) => (
              <li key={id}>
                <Way href={`/styleguide/approvals/${id}`}>{id}</Way>
              </li>
            ))}
          </ul>
        </Chapter>
        <Chapter id="unseen" name="Without a look">
          <ul className="grid gap-1 text-small">
            {UNSEEN.map(([file, use]) => (
              <li key={file} data-file={file}>
                <span className="font-medium">{file}</span>
                <span className="text-ink-2">{`: ${use}`}</span>
              </li>
            ))}
          </ul>
        </Chapter>
      </main>
      <Keyboard />
      <Toasts />
      <Announcer />
    </Harness>
  );
}

function Way({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className="inline-flex min-h-touch items-center text-pen text-small hover:underline">
      {children}
    </a>
  );
}
