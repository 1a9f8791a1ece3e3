import { banner, notice } from "./head";
import { listOf } from "./list";
import { make } from "./make";
import { requestOf } from "./request";
import type { View } from "./view";

/** The whole page, as it is to be seen now. */
export function draw(view: View): { title: string; parts: HTMLElement[] } {
  const { kept, words } = view;
  const page = kept ? words.page.known : words.page.none;
  const parts = [banner(view), notice(view), ...(kept ? known(view) : unknown(view))];
  return { title: `${page} · ${words.name}`, parts: parts.filter((part) => part !== null) };
}

function known(view: View): HTMLElement[] {
  const { kept, path, words } = view;
  if (kept === null) return [];
  const id = /^\/approvals\/([^/]+)\/?$/.exec(path)?.[1];
  if (id !== undefined) return requestOf(decoded(id), kept, view);
  const said = path === "/" ? null : path === "/add" ? words.shared : words.elsewhere;
  return [...(said ? [make("p", { class: "lead" }, said)] : []), ...listOf(kept, view)];
}

/** Never the look of an empty inbox. */
function unknown({ words, path }: View): HTMLElement[] {
  const { title, text, why } = words.none;
  return [
    make("h1", {}, title),
    ...(path === "/add" ? [make("p", { class: "lead" }, words.shared)] : []),
    make("p", { class: "lead" }, text),
    make("p", { class: "lead" }, why),
  ];
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
