// @vitest-environment happy-dom
import { cleanup, render, within } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { Harness } from "@/components/styleguide/harness";
import type { TermChange, WordChange } from "@/lib/api/types";
import { TermChanges } from "./term-changes";

afterEach(cleanup);

function show(...changes: TermChange[]) {
  const { container } = render(
    <Harness state="full">
      <TermChanges changes={changes} what="replaced" />
    </Harness>,
  );
  const marks = (tag: "del" | "ins") => [...container.querySelectorAll(tag)].map((mark) => mark.textContent);
  return { container, out: marks("del"), put: marks("ins") };
}
/** A text with `[-out-]` and `{+in+}` marks, as the server's comparison of two texts gives it. */
function texts(marked: string): TermChange {
  const words = marked.split(/(\[-[\s\S]*?-\]|\{\+[\s\S]*?\+\})/).flatMap((piece): WordChange[] => {
    if (piece === "") return [];
    const kind = piece.startsWith("[-") ? "out" : piece.startsWith("{+") ? "in" : "kept";
    return [{ kind, text: kind === "kept" ? piece : piece.slice(2, -2) }];
  });
  return { field: "description", before: marked, after: marked, words };
}

it("marks amounts and days whole, says what they were and are, and by how much", () => {
  const { container, out, put } = show(
    { field: "amountCents", before: "450.00", after: "360.00", words: null },
    { field: "dueDate", before: "2026-12-15", after: null, words: null },
  );
  expect(out).toEqual(["was: $450.00450.00 US dollars. ", "was: 15 Dec 2026. "]);
  expect(put).toEqual(["is now: $360.00360.00 US dollars. ", "is now: not given. "]);
  expect(container.textContent).toContain("$90.00 less");
});

it("marks the words that changed, each with words for whoever hears it", () => {
  const { container, out, put } = show(texts("Draw [-4,000-]{+4,500+} boxes today"));
  expect([out, put]).toEqual([["was: 4,000. "], ["is now: 4,500. "]]);
  const spoken = [...container.querySelectorAll(".sr-only")].map(({ textContent }) => textContent);
  expect(spoken).toEqual(["was: ", ". ", "is now: ", ". "]);
});

it("shows both texts whole where little is left of the first", () => {
  const { out, put } = show({
    field: "description",
    before: "Draw boxes on frames",
    after: "Transcribe the interviews",
    words: null,
  });
  expect(out).toEqual(["was: Draw boxes on frames. "]);
  expect(put).toEqual(["is now: Transcribe the interviews. "]);
});

it("keeps the sentence around a change and leaves the far ones out, in words", () => {
  const far = "Nothing of this changes at all. ".repeat(20);
  const { container } = show(texts(`${far}Pay [-$10.00-]{+$20.00+}. ${far}`));
  expect(container.textContent?.length).toBeLessThan(400);
  expect(container.textContent).toContain("unchanged words");
  expect(container.textContent).toContain("Pay was: $10.00. is now: $20.00. .");
});

it("keeps their words inert and shows what would not be seen", () => {
  const { container } = show(
    texts(
      "Pay [-Noor-]{+No\u200bor\u202e+}, see [-<b>this</b>-]{+<a href='https://evil.example'>this</a>+} now",
    ),
  );
  expect(container.querySelector("a, b")).toBeNull();
  expect(container.textContent).not.toMatch(/[\u200b\u202e]/);
  expect(within(container).getByText("U+200B").closest("ins")).not.toBeNull();
  expect(within(container).getByText("U+202E").closest("ins")).not.toBeNull();
});
