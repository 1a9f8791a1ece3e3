// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { LatePart } from "./late-part";

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function Failing(): never {
  throw new Error("Failed to load chunk");
}

it("says of a part that could not be fetched that it is missing, and leaves the rest", () => {
  vi.spyOn(console, "error").mockReturnValue();
  render(
    <>
      <p>The list</p>
      <LatePart id="claims">
        <Failing />
      </LatePart>
    </>,
  );
  expect(screen.getByText("The list")).toBeTruthy();
  expect(screen.getByRole("status").textContent).toBe("This part could not be loaded. Load the page again");
  expect(screen.getByRole("link").getAttribute("href")).toBe("/");
});

it("shows the part itself where it came", () => {
  render(
    <LatePart id="claims">
      <p>One claim</p>
    </LatePart>,
  );
  expect(screen.getByText("One claim")).toBeTruthy();
});
