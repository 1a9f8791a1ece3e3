// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { arrive, keepFocus } from "./keep-focus";

let stop: () => void = () => undefined;

beforeEach(() => {
  // Nothing is laid out here, so everything that stands on the page is in sight.
  vi.spyOn(Element.prototype, "getClientRects").mockReturnValue([new DOMRect()] as unknown as DOMRectList);
  stop = keepFocus();
});

afterEach(() => {
  stop();
  document.body.replaceChildren();
  window.history.replaceState(null, "", "/");
  vi.restoreAllMocks();
});

const list = (ids: string[]) =>
  `<main id="content" tabindex="-1"><h1>${ids.length} waiting</h1><ul>${ids
    .map((id) => `<li><a href="/approvals/${id}" data-row="${id}">${id}</a></li>`)
    .join("")}</ul></main>`;
const request = (id: string) =>
  `<main id="content" tabindex="-1"><article data-request="${id}"><h1>Hire ${id}</h1></article></main>`;
const row = (id: string) => document.querySelector<HTMLElement>(`[data-row="${id}"]`);
const focused = () => (document.activeElement === document.body ? null : document.activeElement?.textContent);
/** What observes the page is told after the change. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** As a press of Enter on a row, and the page that comes of it. */
async function openRow(id: string): Promise<void> {
  row(id)?.addEventListener("click", (event) => event.preventDefault());
  row(id)?.focus();
  row(id)?.click();
  document.body.innerHTML = request(id);
  arrive(`/approvals/${id}`, "/");
  await settled();
}

it("hands the keyboard of a row that leaves to the next, of the last one to the one above", async () => {
  document.body.innerHTML = list(["a", "b", "c"]);
  row("b")?.focus();
  row("b")?.remove();
  await settled();
  expect(focused()).toBe("c");
  row("c")?.remove();
  await settled();
  expect(focused()).toBe("a");
});

it("keeps the keyboard on a row that is drawn anew elsewhere", async () => {
  document.body.innerHTML = list(["a", "b", "c"]);
  row("b")?.focus();
  const moved = row("b")?.cloneNode(true) as HTMLElement;
  row("b")?.remove();
  document.querySelector("ul")?.append(moved);
  await settled();
  expect(document.activeElement).toBe(moved);
});

it("goes to what is nearest when a button goes away, and to the heading when nothing is", async () => {
  document.body.innerHTML = `<main id="content" tabindex="-1"><h1>Page</h1><div id="part"><input><button id="a">A</button><button id="b">B</button></div></main>`;
  document.getElementById("b")?.focus();
  document.getElementById("b")?.remove();
  await settled();
  expect(focused()).toBe("A");
  document.getElementById("part")?.remove();
  await settled();
  expect(focused()).toBe("Page");
});

it("reads the heading of a page that is opened, and comes back to the row", async () => {
  document.body.innerHTML = list(["a", "b", "c"]);
  await openRow("b");
  expect(focused()).toBe("Hire b");
  window.history.replaceState(null, "", "/approvals/b");
  document.body.innerHTML = list(["a", "b", "c"]);
  arrive("/", "/approvals/b");
  await settled();
  expect(focused()).toBe("b");
});

it("comes back to the neighbour of a row that was settled meanwhile", async () => {
  document.body.innerHTML = list(["a", "b", "c"]);
  await openRow("b");
  document.body.innerHTML = list(["a", "c"]);
  arrive("/", "/approvals/b");
  await settled();
  expect(focused()).toBe("c");
});

it("waits for a heading that comes with the answer, but not against somebody who goes on", async () => {
  document.body.innerHTML = `<main id="content" tabindex="-1"></main>`;
  arrive("/history", "/");
  document.querySelector("main")?.insertAdjacentHTML("beforeend", "<h1>History</h1>");
  await settled();
  expect(focused()).toBe("History");

  document.body.innerHTML = `<main id="content" tabindex="-1"></main>`;
  await settled();
  arrive("/contracts", "/history");
  document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "Tab", bubbles: true }));
  document.querySelector("main")?.insertAdjacentHTML("beforeend", "<h1>Contracts</h1>");
  await settled();
  expect(document.activeElement).toBe(document.body);
});

it("lets the framework say no title over the heading", () => {
  document.body.innerHTML = `<main id="content" tabindex="-1"><h1>History</h1></main>`;
  const announcer = document.createElement("next-route-announcer");
  announcer.attachShadow({ mode: "open" }).innerHTML = `<div role="alert" aria-live="assertive"></div>`;
  document.body.append(announcer);
  arrive("/history", "/");
  expect(announcer.shadowRoot?.firstElementChild?.getAttribute("aria-live")).toBe("off");
});
