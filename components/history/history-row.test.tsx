// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { confirmed, confirmedThough, lapsed, superseded, traceless } from "@/components/styleguide/fixtures";
import { Harness } from "@/components/styleguide/harness";
import type { Approval } from "@/lib/api/types";
import { HistoryRow } from "./history-row";

afterEach(cleanup);

const said = (node: Element) => node.textContent?.replace(/\s/g, " ") ?? "";

function show(approval: Approval, more: { search?: string; cursor?: string } = {}) {
  render(
    <Harness state="full">
      <HistoryRow approval={approval} search={more.search ?? ""} cursor={more.cursor ?? null} />
    </Harness>,
  );
  return screen.getByRole("link");
}

it("says what came of it, how long it took, and who had left for OpenTrain's page", () => {
  const words = said(show(confirmed));
  expect(words).toContain("Confirmed");
  expect(words).toContain("decided in 1 d 14 h");
  expect(words).toContain("decided in 1 day 14 hours");
  expect(words).toContain("opened by Rita 3 min before");
});

it("claims nothing of who decided where nobody left from here", () => {
  expect(said(show({ ...confirmed, openedBy: null }))).not.toContain("opened by");
  cleanup();
  const words = said(show(lapsed));
  expect(words).toContain("ran out after 3 d");
  expect(words).not.toContain("decided in");
});

it("says what was only found afterwards, and for how long it was listed when that was late", () => {
  const found = { ...superseded, seenAt: "2030-01-01T00:00:00.000Z" };
  expect(said(show(found))).toContain("found here afterwards");
  cleanup();
  const late = new Date(Date.parse(confirmed.settledAt ?? "") - 3_600_000).toISOString();
  expect(said(show({ ...confirmed, seenAt: late }))).toContain("listed here for 1 h of it");
});

it("raises an alarm in words", () => {
  expect(said(show(traceless))).toContain("no trace of it yet");
  cleanup();
  expect(said(show(confirmedThough))).toContain("confirmed though replaced");
});

it("leads back to the list it stands in", () => {
  const href = show(confirmed, { search: "?q=noor&from=2026-11-01", cursor: "abc" }).getAttribute("href");
  const { pathname, searchParams } = new URL(href ?? "", "http://inbox");
  expect(pathname).toBe("/approvals/apr_confirmed");
  expect([searchParams.get("from"), searchParams.get("in")]).toEqual([
    "history",
    "q=noor&from=2026-11-01&cursor=abc",
  ]);
});
