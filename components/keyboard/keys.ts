/**
 * The one table of keys: what is pressed, and what it does. The listener reads it, the sheet and the palette
 * show it, `act.ts` has a handler for each row.
 */
export type KeyAction =
  | "next"
  | "previous"
  | "open"
  | "search"
  | "export"
  | "leave"
  | "back"
  | "goInbox"
  | "goHistory"
  | "goContracts"
  | "goSettings"
  | "palette"
  | "help"
  | "close";

export const KEY_GROUPS = ["list", "request", "go", "anywhere"] as const;

export type KeyRow = {
  action: KeyAction;
  group: (typeof KEY_GROUPS)[number];
  /** One after the other; `Mod` is ⌘ where keyboards have it, else Ctrl. */
  press: readonly string[];
  /** What the browser does with the key is left to it. */
  isNative?: boolean;
  /** Goes on while the key is held down. */
  repeats?: boolean;
};

export const KEYS: readonly KeyRow[] = [
  { action: "next", group: "list", press: ["j"], repeats: true },
  { action: "previous", group: "list", press: ["k"], repeats: true },
  { action: "open", group: "list", press: ["Enter"], isNative: true },
  { action: "search", group: "list", press: ["/"] },
  { action: "export", group: "list", press: ["e"] },
  { action: "leave", group: "request", press: ["o"] },
  { action: "back", group: "request", press: ["u"] },
  { action: "goInbox", group: "go", press: ["g", "i"] },
  { action: "goHistory", group: "go", press: ["g", "h"] },
  { action: "goContracts", group: "go", press: ["g", "c"] },
  { action: "goSettings", group: "go", press: ["g", "s"] },
  { action: "palette", group: "anywhere", press: ["Mod+k"] },
  { action: "help", group: "anywhere", press: ["?"] },
  { action: "close", group: "anywhere", press: ["Escape"], isNative: true },
];

/** Those that cannot be pressed by mistake while meaning something else. */
export function isSingle({ press, isNative }: KeyRow): boolean {
  return !isNative && press.every((key) => !key.startsWith("Mod+"));
}

export function pressOf(action: KeyAction): readonly string[] {
  return KEYS.find((row) => row.action === action)?.press ?? [];
}
