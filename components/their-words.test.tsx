// @vitest-environment happy-dom
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { TheirWords, theirWordsAsText } from "./their-words";

afterEach(cleanup);

it("shows markup and addresses as the text they are", () => {
  const { container } = render(<TheirWords text={'<img src=x onerror="go()"> https://evil.example'} />);
  expect(container.querySelector("img")).toBeNull();
  expect(container.querySelector("a")).toBeNull();
  expect(container.textContent).toBe('<img src=x onerror="go()"> https://evil.example');
});

it("makes hidden and turning characters visible, and keeps its direction to itself", () => {
  const { container } = render(<TheirWords text={"Noor\u202e.B\u200b\u200b"} />);
  expect(container.querySelector("bdi")).not.toBeNull();
  expect(container.textContent).toBe("NoorU+202E.BU+200B ×2");
  expect(container.textContent).not.toMatch(/[\u202e\u200b]/);
});

it("marks an amount that equals no figure we know, and leaves the others alone", () => {
  const { container } = render(<TheirWords text="Total $480, then $504.95." known={[50495]} />);
  const marks = [...container.querySelectorAll("mark")].map((mark) => mark.textContent);
  expect(marks).toEqual(["$480"]);
  expect(container.textContent).toBe("Total $480, then $504.95.");
});

it("says the same where only text fits", () => {
  expect(theirWordsAsText("a\u2066b")).toBe("aU+2066b");
});
