// @vitest-environment happy-dom
import { cleanup, render, screen, within } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Harness } from "@/components/styleguide/harness";
import { LANGUAGES, type Locale, PSEUDO } from "@/lib/domain/locale";
import { messagesFor } from "@/lib/messages";
import { ACTIONS, openedWayOut } from "./act";
import { isFreeForEnter, isQuiet } from "./is-quiet";
import { KeyTable } from "./key-sheet";
import { KEYS } from "./keys";
import { showOverlay } from "./overlay";

const LOCALES: readonly Locale[] = [...LANGUAGES, PSEUDO];
const router = { push: vi.fn(), replace: vi.fn() };

beforeEach(() => {
  // Nothing is laid out here, so everything that stands on the page is in sight.
  vi.spyOn(Element.prototype, "getClientRects").mockReturnValue([new DOMRect()] as unknown as DOMRectList);
});

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  window.history.replaceState(null, "", "/");
  vi.restoreAllMocks();
  vi.clearAllMocks();
});

it("has a handler, words and a place in the sheet for every row of the table", () => {
  for (const locale of LOCALES) {
    const { keyboard } = messagesFor(locale).screens;
    expect(Object.keys(keyboard.actions).sort(), locale).toEqual(KEYS.map(({ action }) => action).sort());
    expect(Object.values(keyboard.actions).every(Boolean), locale).toBe(true);
  }
  const words = messagesFor("en").screens.keyboard;
  render(
    <Harness state="full">
      <KeyTable />
    </Harness>,
  );
  expect(Object.keys(ACTIONS).sort()).toEqual(KEYS.map(({ action }) => action).sort());
  for (const { action, group, press } of KEYS) {
    const part = screen.getByRole("region", { name: words.groups[group] });
    const row = within(part).getByText(words.actions[action]).closest("[data-key-row]");
    expect(row?.querySelectorAll("kbd").length, action).toBe(press.flatMap((keys) => keys.split("+")).length);
  }
});

/** A list of three, and beside it what is open. */
function stand({ open, link = true }: { open: string | null; link?: boolean }) {
  window.history.replaceState(null, "", open === null ? "/" : `/approvals/${open}`);
  document.body.innerHTML = `<main id="content" tabindex="-1">
    <section>${["a", "b", "c"].map((id) => `<a href="/approvals/${id}" data-row="${id}" ${id === open ? 'aria-current="page"' : ""}>${id}</a>`).join("")}</section>
    <article data-request="${open ?? "a"}">${link ? '<a href="https://opentrain.example/a" data-primary="leave">Review</a>' : ""}</article>
  </main>`;
}
const focused = () => (document.activeElement as HTMLElement | null)?.dataset.row ?? null;

it("moves from row to row, and stays on the last", () => {
  stand({ open: null });
  for (const expected of ["a", "b", "c", "c"]) {
    ACTIONS.next(router);
    expect(focused()).toBe(expected);
  }
  ACTIONS.previous(router);
  expect(focused()).toBe("b");
});

it("goes on from the request that is open", () => {
  stand({ open: "b" });
  ACTIONS.next(router);
  expect(focused()).toBe("c");
});

it("presses the way out of the request that is open, and of no other", () => {
  stand({ open: "b" });
  const pressed = vi.fn((event: Event) => event.preventDefault());
  document.querySelector("a[data-primary]")?.addEventListener("click", pressed);
  ACTIONS.leave(router);
  expect(pressed, "the link itself").toHaveBeenCalledOnce();
  document.querySelector<HTMLElement>("[data-row=c]")?.focus();
  expect(openedWayOut(), "the keyboard is on another row").toBeNull();
  document.querySelector<HTMLElement>("[data-row=b]")?.focus();
  expect(openedWayOut()).not.toBeNull();
});

it("has no way out of a preview, nor where there is none", () => {
  stand({ open: null });
  expect(openedWayOut(), "beside the list of all").toBeNull();
  stand({ open: "a", link: false });
  expect(openedWayOut()).toBeNull();
});

it("is quiet in fields and while something stands in front of the page", () => {
  document.body.innerHTML = `<input id="text"><input id="box" type="checkbox"><textarea id="area"></textarea>
    <select id="choice"></select><p id="free" contenteditable="true"><b id="in">x</b></p><div role="menu"><a id="item" href="/">x</a></div><a id="link" href="/">x</a>`;
  const at = (id: string) => isQuiet(document.getElementById(id));
  for (const id of ["text", "area", "choice", "free", "in", "item"]) expect(at(id), id).toBe(true);
  for (const id of ["box", "link"]) expect(at(id), id).toBe(false);
  showOverlay("palette");
  expect(at("link"), "asked for, and still on its way").toBe(true);
  showOverlay(null);
  expect(at("link")).toBe(false);
  document.body.insertAdjacentHTML("beforeend", "<div role=dialog></div>");
  expect(at("link")).toBe(true);
});

it("leaves Enter to whatever can be pressed, and takes it from the search to the list", () => {
  stand({ open: null });
  document
    .querySelector("section")
    ?.insertAdjacentHTML("beforebegin", "<input type=search id=search><button id=press>x</button>");
  const at = (id: string) => isFreeForEnter(document.getElementById(id));
  expect([at("search"), at("content"), at("press")]).toEqual([true, true, false]);
  expect(isFreeForEnter(document.body)).toBe(true);
  expect(isFreeForEnter(document.querySelector("[data-row]"))).toBe(false);
  document.getElementById("search")?.focus();
  ACTIONS.open(router);
  expect(focused()).toBe("a");
});
