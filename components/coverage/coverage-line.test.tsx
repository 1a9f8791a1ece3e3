// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { InboxNotices } from "@/components/approvals/inbox-notices";
import { missedSome } from "@/components/styleguide/coverage-fixtures";
import { summary } from "@/components/styleguide/fixtures";
import { Harness, type HarnessState } from "@/components/styleguide/harness";
import type { Summary } from "@/lib/api/types";
import type { Role } from "@/lib/domain/records";
import { CoverageLine } from "./coverage-line";

afterEach(cleanup);

function show(state: HarnessState, more: Partial<Summary> = {}) {
  return render(
    <Harness state={state} summaryMore={more}>
      <CoverageLine />
    </Harness>,
  ).container;
}
const figure = (settled: number, seenFirst: number) => ({
  coverage: { since: "2026-11-03T12:00:00.000Z", settled, seenFirst, percent: null },
});

it.each([
  [
    figure(61, 61),
    "Of 61 settled requests OpenTrain has reported, asked since Tue 3 Nov, 61 were on screen before they were settled.",
  ],
  [
    figure(1, 1),
    "The one settled request OpenTrain has reported, asked since Tue 3 Nov, was on screen before it was settled.",
  ],
  [
    figure(0, 0),
    "No figure yet for what is seen before it is settled: OpenTrain has reported no settled request that was asked since Tue 3 Nov.",
  ],
] as const)("always says of how many it speaks", (more, said) => {
  expect(show("full", more).textContent).toBe(said);
});

it("names each miss, what would have caught it, and the times nobody watched", async () => {
  const container = show("every");
  expect(container.textContent).toContain(
    "Of 61 settled requests OpenTrain has reported, asked since Tue 3 Nov, 59 were",
  );
  const details = container.querySelector("details");
  expect(details?.querySelector("summary")?.textContent).toBe("2 were missed, nobody watched 2 times");
  if (details) details.open = true;
  fireEvent(details as Element, new Event("toggle"));
  await screen.findByRole("list", { name: "Missed" });
  const links = screen.getAllByRole("link").map((link) => [link.textContent, link.getAttribute("href")]);
  expect(links).toEqual([
    ["Fund “Batch 3” for Imani W.", "/approvals/apr_lapsed"],
    ["Release payment for “Batch 2” to Noor B.", "/approvals/apr_declined"],
    ["See how far", "/settings/coverage"],
  ]);
  const [known, unknown] = [...container.querySelectorAll("[aria-label=Missed] > li")];
  expect(known?.textContent).toContain("$250.00");
  expect(known?.textContent).toContain("asked Mon 16 Nov, 09:00 by pay-agent · lapsed Thu 19 Nov, 09:00");
  expect(unknown?.textContent).toContain("amount unknown");
  expect(container.textContent).toContain("An agent that works through the recorder would have shown it");
  expect(container.textContent).toContain("Since today at 08:00: The recorder passed calls on");
});

it("says how far the past is read, below everything, and nothing once it is", () => {
  const container = show("every");
  const bar = screen.getByRole("progressbar");
  expect([bar.getAttribute("aria-valuenow"), bar.getAttribute("aria-valuemax")]).toEqual(["340", "1180"]);
  expect(container.textContent).toContain("336 of 1,180 requests read.");
  cleanup();
  const backfill = missedSome.backfill && { ...missedSome.backfill, state: "finished" as const };
  show("every", { backfill });
  expect(screen.queryByRole("progressbar")).toBeNull();
});

it("shows nothing where no account is followed", () => {
  expect(show("full", { coverage: null }).textContent).toBe("");
});

it("says above the list that something may wait unseen, for as long as it may", () => {
  const notices = (notStored: Summary["notStored"], role: Role = "owner") =>
    render(
      <Harness state="full" role={role}>
        <InboxNotices summary={{ ...summary, notStored }} staleSince={null} />
      </Harness>,
    ).container.textContent;
  expect(notices([])).toBe("");
  expect(notices([{ from: "2026-11-21T09:00:00.000Z", to: null }])).toContain(
    "Since today at 10:00, calls of agents pass through",
  );
  expect(screen.getByRole("link", { name: "Add a link" })).toBeTruthy();
  cleanup();
  const ended = [{ from: "2026-11-20T09:00:00.000Z", to: "2026-11-20T09:05:00.000Z" }];
  expect(notices(ended, "finance")).toContain("From yesterday at 10:00 to yesterday at 10:05");
  expect(screen.queryByRole("link")).toBeNull();
});
