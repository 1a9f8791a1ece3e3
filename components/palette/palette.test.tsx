// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { hostile } from "@/components/styleguide/fixtures";
import { Harness } from "@/components/styleguide/harness";
import type { Role } from "@/lib/domain/records";
import Palette from "./palette";

vi.mock("next/navigation", () => ({
  useRouter: () => ({ push: () => undefined, replace: () => undefined, refresh: () => undefined }),
}));

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  window.history.replaceState(null, "", "/");
});

function show(role: Role = "owner") {
  const close = vi.fn();
  render(
    <Harness state="every" role={role}>
      <Palette close={close} />
    </Harness>,
  );
  return { close, names: () => screen.getAllByRole("option").map(({ textContent }) => textContent ?? "") };
}
const type = (text: string) => fireEvent.change(screen.getByRole("combobox"), { target: { value: text } });

it("offers to add a request to those alone who may", () => {
  expect(show("owner").names()).toContain("Add requests");
  cleanup();
  expect(show("viewer").names()).not.toContain("Add requests");
});

it("finds a request by its name and by its amount", () => {
  const { names } = show();
  type("noor batch");
  expect(names()[0]).toContain("Noor B.");
  type("504.95");
  expect(names()[0]).toContain("Noor B.");
});

it("shows what others wrote as theirs, and never as markup", () => {
  show();
  type(hostile.id);
  const option = screen.getAllByRole("option")[0];
  expect(option?.querySelector("bdi[data-slot=their-words]")).not.toBeNull();
  expect(option?.querySelector("b, script, img, a")).toBeNull();
});

it("has a way out only where the open request has one, and never first", () => {
  expect(show().names().join()).not.toContain("Open the page where it is confirmed");
  cleanup();
  window.history.replaceState(null, "", "/approvals/apr_1");
  const page = document.createElement("main");
  page.id = "content";
  page.innerHTML = `<article data-request="apr_1"><a href="https://opentrain.example" data-primary="leave">Review</a></article>`;
  document.body.append(page);
  const { names } = show();
  expect(names().findIndex((name) => name.includes("Open the page where it is confirmed"))).toBeGreaterThan(
    0,
  );
});

it("says so where nothing has that name", () => {
  show();
  type("zzzz");
  expect(screen.getByText("Nothing here is called that.")).toBeTruthy();
});
