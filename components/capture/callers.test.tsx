// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { FIXTURE_NOW } from "@/components/styleguide/fixture-clock";
import { Harness } from "@/components/styleguide/harness";
import type { CaptureState } from "@/lib/api/types";
import { Callers } from "./callers";

type Caller = CaptureState["callers"][number];

const last = { at: FIXTURE_NOW, outcome: "read", why: null, whyCode: null, approvalId: null } as const;
const caller = (more: Partial<Caller>): Caller => ({
  way: "recorder",
  agentName: null,
  keyLabel: null,
  keyId: null,
  firstAt: FIXTURE_NOW,
  calls: 1,
  lastDay: [],
  last,
  ...more,
});

function textOf(more: Partial<Caller>): string {
  render(
    <Harness state="full">
      <Callers callers={[caller(more)]} strays={[]} />
    </Harness>,
  );
  return screen.getByRole("listitem").textContent ?? "";
}

afterEach(cleanup);

it("says what its calls of the last day were, beside its last one", () => {
  const text = textOf({
    agentName: "label-agent",
    last: { ...last, outcome: "not_taken", why: "It was answered with status 409.", whyCode: "answered_409" },
    lastDay: [
      { outcome: "read", calls: 1204 },
      { outcome: "asked", calls: 3 },
      { outcome: "not_taken", calls: 1 },
    ],
  });
  expect(text).toContain("label-agent");
  expect(text).toContain("through the recorder · last: a request, refused by OpenTrain, with status 409");
  expect(text).toContain(
    "In the last day: 1,204 reads; 3 requests, recorded; one request, refused by OpenTrain",
  );
});

it.each<[string, Partial<Caller>, string[]]>([
  [
    "its own name",
    { way: "capture", keyId: "k", keyLabel: "A key", agentName: "a" },
    ["a", "with the key A key"],
  ],
  [
    "its key's name",
    { way: "capture", keyId: "k", keyLabel: "A key" },
    ["A key", "with its key, and gives no name"],
  ],
  ["neither", { way: "capture", keyId: "k" }, ["An agent that gives no name", "with a key"]],
  ["no name through the recorder", {}, ["An agent that gives no name", "through the recorder"]],
])("names a caller by %s", (_what, more, words) => {
  const text = textOf(more);
  for (const word of words) expect(text).toContain(word);
});
