// @vitest-environment happy-dom
import { readdirSync } from "node:fs";
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { Styleguide } from "./styleguide";

vi.mock("next/navigation", () => ({
  useRouter: () => ({ push: () => undefined, replace: () => undefined, refresh: () => undefined }),
}));

afterEach(cleanup);

it("shows every primitive there is, and none that is gone", () => {
  const { container } = render(<Styleguide />);
  const shown = Array.from(
    container.querySelectorAll<HTMLElement>("[data-file]"),
    ({ dataset }) => dataset.file,
  );
  const there = readdirSync("components/ui").filter((file) => !file.includes(".test."));
  expect([...new Set(shown)].toSorted()).toEqual(there.toSorted());
});

it("shows each in both themes, with where it is for", () => {
  const { container } = render(<Styleguide />);
  for (const part of container.querySelectorAll<HTMLElement>("section[data-file]")) {
    const themes = Array.from(
      part.querySelectorAll<HTMLElement>("[data-theme-shown]"),
      ({ dataset }) => dataset.themeShown,
    );
    expect(themes, part.dataset.file).toEqual(["light", "dark"]);
    expect(part.querySelector("p")?.textContent, part.dataset.file).toBeTruthy();
  }
});
