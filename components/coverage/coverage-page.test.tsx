// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { Harness } from "@/components/styleguide/harness";
import type { Backfill, Summary } from "@/lib/api/types";
import type { Role } from "@/lib/domain/records";
import { CoveragePage } from "./coverage-page";

afterEach(cleanup);

const reading: Backfill = {
  state: "running",
  stage: "reading",
  eventsRead: 14_510,
  found: 5_000,
  read: 1_996,
  hidden: 3,
  unreadable: 1,
  toGo: 3_000,
  startedAt: "2026-11-20T08:00:00.000Z",
  endedAt: null,
  waiting: null,
  waitingCode: null,
};

function show(more: Partial<Summary> = {}, role: Role = "owner") {
  return render(
    <Harness state="every" role={role} summaryMore={more}>
      <CoveragePage />
    </Harness>,
  ).container;
}

it("says the figure, of how many, and what does not count", () => {
  const { textContent } = show();
  expect(textContent).toContain("96.7 %");
  expect(textContent).toContain(
    "Of 61 settled requests OpenTrain has reported, asked since Tue 3 Nov, 59 were on screen in time.",
  );
  expect(textContent).toContain("2 were missed");
  expect(textContent).toContain("Replaced requests do not count");
});

it("says how far the past is read, what is hidden and what could not be read", () => {
  const { textContent } = show({ backfill: reading });
  const bar = screen.getByRole("progressbar", { name: "Requests read" });
  expect([bar.getAttribute("aria-valuenow"), bar.getAttribute("aria-valuemax")]).toEqual(["2000", "5000"]);
  expect(textContent).toContain("1,996 of 5,000 requests read.");
  expect(textContent).toContain("3 requests are shown to none of the connected tokens");
  expect(textContent).toContain("One could not be read.");
  expect(screen.getByRole("button", { name: "Stop reading" })).toBeDefined();
});

it("offers to read it again once it is over, to the owner alone", () => {
  const finished = {
    ...reading,
    state: "finished",
    read: 4_996,
    toGo: 0,
    endedAt: reading.startedAt,
  } as const;
  expect(show({ backfill: finished }).textContent).toContain(
    "Read to the beginning: 4,996 requests from 14,510 events.",
  );
  expect(screen.getByRole("button", { name: "Read the past again" })).toBeDefined();
  cleanup();
  show({ backfill: finished }, "finance");
  expect(screen.queryByRole("button")).toBeNull();
});

it("says why reading waits, and measures nothing where nothing is connected", () => {
  const waiting = "Reading the history waits and goes on by itself. OpenTrain did not answer in time.";
  expect(show({ backfill: { ...reading, waiting } }).textContent).toContain(waiting);
  cleanup();
  const { textContent } = show({ connection: { state: "none", origin: null, notices: [] } });
  expect(textContent).toContain("No OpenTrain account is connected");
  expect(textContent).not.toContain("%");
});
