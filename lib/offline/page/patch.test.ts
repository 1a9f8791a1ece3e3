// @vitest-environment happy-dom
import { beforeEach, expect, it } from "vitest";
import { make } from "./make";
import { patch } from "./patch";

const main = document.createElement("main");
const list = (left: string, more: string[] = []) =>
  make(
    "ul",
    {},
    ...[left, ...more].map((text) => make("a", { href: "/approvals/1" }, "Hire ", make("b", {}, text))),
  );

beforeEach(() => {
  main.replaceChildren();
  document.body.replaceChildren(main);
});

it("changes a time and nothing around it, so that focus stays", () => {
  patch(main, [make("h1", {}, "1 was waiting"), list("2 h left")]);
  const [heading, link] = [main.querySelector("h1"), main.querySelector("a")];
  link?.focus();
  patch(main, [make("h1", {}, "1 was waiting"), list("1 h left")]);
  expect(main.textContent).toBe("1 was waitingHire 1 h left");
  expect(main.querySelector("h1")).toBe(heading);
  expect(document.activeElement).toBe(link);
});

it("ends as what is wanted, whatever was there", () => {
  patch(main, [make("p", { class: "a", role: "status" }, "x"), list("1", ["2"]), make("p", {}, "y")]);
  const wanted = [make("p", { class: "b" }, "z"), make("h1", {}, "none")];
  patch(
    main,
    wanted.map((node) => node.cloneNode(true)),
  );
  expect(main.innerHTML).toBe('<p class="b">z</p><h1>none</h1>');
  patch(main, [list("1", ["2", "3"])]);
  expect(main.querySelectorAll("a")).toHaveLength(3);
  patch(main, []);
  expect(main.innerHTML).toBe("");
});
