// @vitest-environment happy-dom
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { hire } from "@/components/styleguide/fixtures";
import { Harness, type HarnessState } from "@/components/styleguide/harness";
import type { Approval } from "@/lib/api/types";
import { SheetNotices } from "./sheet-notices";

afterEach(cleanup);

function show(state: HarnessState, changes: Partial<Approval> = {}): string {
  const approval = { ...hire, ...changes };
  return (
    render(
      <Harness state={state}>
        <SheetNotices approval={approval} phase={approval.phase} staleSince={null} />
      </Harness>,
    ).container.textContent ?? ""
  );
}

it("says on an open request how old it is while OpenTrain cannot be asked, and that its link works", () => {
  expect(show("full")).toBe("");
  cleanup();
  expect(show("down", { lastReadAt: "2026-11-21T09:40:00.000Z" })).toMatch(
    /^OpenTrain does not answerThis shows what was read .+ ago; the link still works/,
  );
  cleanup();
  expect(show("refused", { lastReadAt: null })).toContain("This was not read yet");
  cleanup();
  expect(show("down", { phase: "declined" })).toBe("");
});
