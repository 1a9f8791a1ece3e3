import { shownOverlay } from "./overlay";

const WRITTEN_IN = [
  "textarea",
  "select",
  "input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset])",
  "[contenteditable]:not([contenteditable=false])",
  ...["textbox", "searchbox", "combobox", "listbox", "menu", "menubar", "tree"].map(
    (role) => `[role=${role}]`,
  ),
].join(", ");

const IN_FRONT = "[role=dialog], [role=alertdialog], dialog[open]";

/** Whether the keys belong to something else: a field that is written in, or what stands in front of the page. */
export function isQuiet(target: EventTarget | null): boolean {
  if (target instanceof Element && target.closest(WRITTEN_IN) !== null) return true;
  // Asked for, it has the keys at once, however long it takes to come.
  return shownOverlay() !== null || document.querySelector(IN_FRONT) !== null;
}

/** Where Enter is nobody else's: on the page itself, and in its search, whose list it leads to. */
export function isFreeForEnter(target: EventTarget | null): boolean {
  if (target === document.body) return true;
  return target instanceof Element && target.matches("#content, #content input[type=search]");
}
