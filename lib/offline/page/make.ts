import { visibleString } from "@/lib/domain/visible-text";

type Child = Node | string | null;
type Attributes = Record<string, string | null>;

/** An element with its text as text: nothing that was kept is ever read as markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(key, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** Somebody's own words, in their own direction, with what would not be seen shown by its code. */
export function theirs(text: string): HTMLElement {
  return make("bdi", {}, visibleString(text, 400));
}
