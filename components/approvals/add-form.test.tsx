// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { Harness } from "@/components/styleguide/harness";
import type { PasteOutcome } from "@/lib/api/queries/paste";
import { AddForm } from "./add-form";

const pasteRequests = vi.hoisted(() => vi.fn());
vi.mock("@/lib/api/queries/paste", () => ({ pasteRequests }));

const example = "https://app.opentrain.ai/approvals/APPROVAL_ID";

afterEach(cleanup);

it.each<[PasteOutcome, string]>([
  ["not_a_link", "No link or id of a request is in it."],
  [
    "other_origin",
    "It leads to https://evil.example, and your OpenTrain account is at https://app.opentrain.ai.",
  ],
  ["other_page", "It leads to OpenTrain, but to no request."],
  ["odd_link", "OpenTrain writes no link of a request like this, so it is not used."],
  ["secret", "This is a token or a key, and was not kept."],
])("says why a line names no request, and what a right one looks like: %s", async (outcome, why) => {
  const result = { line: "what was pasted", outcome, id: null, leadsTo: "https://evil.example" };
  pasteRequests.mockResolvedValue({ results: [result], example });
  render(
    <Harness state="full">
      <AddForm shared="what was pasted" />
    </Harness>,
  );
  fireEvent.click(screen.getByRole("button", { name: "Add" }));
  const text = (await screen.findByRole("listitem")).textContent ?? "";
  expect(text).toContain(why);
  expect(text).toContain(example);
  expect(screen.getByRole("listitem").querySelector("a")).toBeNull();
});
