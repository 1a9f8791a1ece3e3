"use client";

import { Command as Cmdk } from "cmdk";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { addresses } from "@/components/addresses";
import { useWords } from "@/components/reader";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { SearchIcon } from "@/components/ui/icons";
import { Key } from "@/components/ui/key";
import { goShort } from "@/components/ui/shortcut";
import { type Command, useCommands } from "./commands";
import { useFoundRequests } from "./found-requests";
import { chosenLately, noteChosen } from "./lately";
import { bestMatches } from "./match";
import { Choice, PaletteGroup, RequestChoice } from "./palette-rows";
import { useRequestCommands } from "./request-commands";

const GROUPS = ["request", "go", "show", "do"] as const;

/** Everything by its name. What is typed stays here: nothing of it is kept. */
function Palette({ close }: { close: () => void }) {
  const router = useRouter();
  const { palette: words, keyboard } = useWords();
  const [query, setQuery] = useState("");
  const [lately] = useState(chosenLately);
  const own = useRequestCommands();
  const commands = [...own, ...useCommands()];
  const { requests, isSearching, isFailed } = useFoundRequests(query);
  const fitting = bestMatches(query, commands, ({ label }) => [label]);
  const isBlank = query.trim() === "";
  const recent = isBlank ? lately.flatMap((id) => commands.filter((command) => command.id === id)) : [];
  // The keyboard is given back first; what was chosen may take it on from there.
  const chosen = useRef<() => void>(undefined);
  const leaveFor = (run: () => void) => {
    chosen.current = run;
    close();
  };
  const choose = (command: Command) => {
    noteChosen(command.id);
    leaveFor(command.run);
  };
  const open = (href: string) => {
    if (!goShort(href, "push")) router.push(href);
  };
  const isNothing = fitting.length === 0 && requests.length === 0 && !isSearching;
  return (
    <Dialog
      title={words.title}
      closeLabel={words.close}
      close={close}
      onClosed={() => chosen.current?.()}
      isBare
    >
      <Cmdk
        label={words.title}
        shouldFilter={false}
        loop
        vimBindings={false}
        className="flex min-h-0 flex-col"
      >
        <div className="flex items-center gap-3 border-b px-4">
          <SearchIcon className="size-icon shrink-0 text-ink-3" />
          <Cmdk.Input
            value={query}
            onValueChange={setQuery}
            placeholder={words.hint}
            maxLength={200}
            className="min-h-button w-full bg-transparent text-[max(1rem,16px)] text-ink outline-none placeholder:text-ink-3"
          />
          <span aria-hidden="true" className="hidden pad:inline">
            <Key>{keyboard.keys.Escape}</Key>
          </span>
          <DialogClose label={words.close} className="-me-4 pad:sr-only" />
        </div>
        <Cmdk.List
          label={words.found}
          className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]"
        >
          {recent.length > 0 ? (
            <PaletteGroup name={words.groups.recent}>
              {recent.map((command) => (
                <Choice key={command.id} value={`lately ${command.id}`} command={command} choose={choose} />
              ))}
            </PaletteGroup>
          ) : null}
          {requests.length > 0 ? (
            <PaletteGroup name={words.groups.requests}>
              {requests.map((approval) => (
                <RequestChoice
                  key={approval.id}
                  approval={approval}
                  choose={() => leaveFor(() => open(addresses.approval(approval.id)))}
                />
              ))}
            </PaletteGroup>
          ) : null}
          {GROUPS.map((group) => {
            const inGroup = fitting.filter((command) => command.group === group);
            return inGroup.length === 0 ? null : (
              <PaletteGroup key={group} name={words.groups[group]}>
                {inGroup.map((command) => (
                  <Choice key={command.id} value={command.id} command={command} choose={choose} />
                ))}
              </PaletteGroup>
            );
          })}
          <div role="status" className="text-ink-2 text-small empty:hidden">
            {isSearching ? <p className="px-3 py-2">{words.searching}</p> : null}
            {isFailed ? <p className="px-3 py-2">{words.failed}</p> : null}
            {isNothing ? <p className="px-3 py-4">{words.nothing}</p> : null}
          </div>
        </Cmdk.List>
      </Cmdk>
    </Dialog>
  );
}

// biome-ignore lint/style/noDefaultExport: loaded when first asked for
export default Palette;
