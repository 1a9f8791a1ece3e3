"use client";

import { useRouter } from "next/navigation";
import { addresses } from "@/components/addresses";
import type { KeyAction } from "@/components/keyboard/keys";
import { showOverlay } from "@/components/keyboard/overlay";
import { useReader, useWords } from "@/components/reader";
import { SETTINGS_ITEMS } from "@/components/settings/settings-items";
import { useSignOut } from "@/components/shell/use-sign-out";
import { goShort } from "@/components/ui/shortcut";
import { useCan } from "@/components/use-can";
import { LANGUAGES } from "@/lib/domain/locale";
import { useLanguage } from "./use-language";
import { useTheme } from "./use-theme";

export type Command = {
  id: string;
  group: "request" | "go" | "show" | "do";
  label: string;
  /** The row of the keyboard's table that does the same. */
  key?: KeyAction;
  run: () => void;
};

/** What the palette can do on any page. Nothing in it decides a request. */
export function useCommands(): readonly Command[] {
  const router = useRouter();
  const { locale } = useReader();
  const words = useWords().palette;
  const canAdd = useCan("add_requests");
  const setTheme = useTheme();
  const takeLanguage = useLanguage();
  const { leave: signOut } = useSignOut();
  const to = (href: string) => () => {
    if (!goShort(href, "push")) router.push(href);
  };
  const go = (name: keyof typeof words.go, href: string, key?: KeyAction): Command => ({
    id: `go:${name}`,
    group: "go",
    label: words.go[name],
    ...(key ? { key } : {}),
    run: to(href),
  });
  const show = (name: keyof typeof words.show, href: string): Command => ({
    id: `show:${name}`,
    group: "show",
    label: words.show[name],
    run: to(href),
  });
  const act = (name: keyof typeof words.do, run: () => void, key?: KeyAction): Command => ({
    id: `do:${name}`,
    group: "do",
    label: words.do[name],
    ...(key ? { key } : {}),
    run,
  });
  return [
    go("inbox", addresses.inbox, "goInbox"),
    go("history", addresses.history, "goHistory"),
    go("contracts", addresses.contracts, "goContracts"),
    ...(canAdd ? [go("add", addresses.add)] : []),
    ...SETTINGS_ITEMS.map(({ name, href }) =>
      go(name, href, href === addresses.connection ? "goSettings" : undefined),
    ),
    show("all", addresses.inbox),
    show("hires", `${addresses.inbox}?type=proposal_hire`),
    show("funding", `${addresses.inbox}?type=milestone_fund`),
    show("releases", `${addresses.inbox}?type=milestone_approve`),
    show("ends", `${addresses.inbox}?type=contract_end`),
    show("confirmed", `${addresses.history}?phase=confirmed`),
    show("declined", `${addresses.history}?phase=declined`),
    show("lapsed", `${addresses.history}?phase=lapsed`),
    act("light", () => setTheme("light")),
    act("dark", () => setTheme("dark")),
    act("system", () => setTheme(null)),
    ...LANGUAGES.filter((language) => language !== locale).map(
      (language): Command => ({
        id: `do:${language}`,
        group: "do",
        label: words.languages[language],
        run: () => takeLanguage(language),
      }),
    ),
    act("keys", () => showOverlay("help"), "help"),
    act("signOut", signOut),
  ];
}
