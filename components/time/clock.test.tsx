// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render } from "@testing-library/react";
import { renderToString } from "react-dom/server";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Announcer } from "@/components/announce/announcer";
import { ReaderProvider } from "@/components/reader";
import { ClockProvider, useNow } from "./clock";
import { DeadlineAnnouncer } from "./deadline-announcer";
import { TimeLeft } from "./time-left";

const AS_OF = "2026-11-21T10:00:00.000Z";
const HOUR = 3_600_000;
const at = (ms: number) => new Date(Date.parse(AS_OF) + ms).toISOString();

beforeEach(() => {
  vi.useFakeTimers();
  // The reader's own clock is a day off; only the server's counts.
  vi.setSystemTime(Date.parse(AS_OF) + 24 * HOUR);
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** Figures and their units are kept together by spaces of other kinds. */
const said = (node: Element) => node.textContent?.replace(/\s/g, " ");

function Frame({ children }: { children: React.ReactNode }) {
  return (
    <ReaderProvider
      reader={{
        timeZone: "Europe/Berlin",
        role: "owner",
        name: "",
        singleKeys: true,
        keepOffline: true,
        firstSteps: false,
      }}
    >
      <ClockProvider asOf={AS_OF}>{children}</ClockProvider>
    </ReaderProvider>
  );
}

function Now() {
  return useNow().toISOString();
}

function pass(ms: number) {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
}

it("goes by the server's time, whatever the browser's clock says", () => {
  const { container } = render(<TimeLeft phase="waiting" expiresAt={at(3.2 * HOUR)} />, { wrapper: Frame });
  expect(said(container)).toBe("3 h 12 min");
});

it("draws the same on the server as before the browser has taken over", () => {
  const left = <TimeLeft phase="waiting" expiresAt={at(3.2 * HOUR)} />;
  expect(renderToString(<Frame>{left}</Frame>).replace(/\s/g, " ")).toContain("3 h 12 min");
});

it("names the exact deadline with its zone to whoever points at it", () => {
  const { container } = render(<TimeLeft phase="waiting" expiresAt={at(3.2 * HOUR)} />, { wrapper: Frame });
  const time = container.querySelector("time");
  expect(time?.getAttribute("datetime")).toBe(at(3.2 * HOUR));
  expect(time?.getAttribute("title")).toBeNull();
  if (time) fireEvent.pointerEnter(time);
  expect(time?.getAttribute("title")).toBe("Sat 21 Nov, 14:12 CET");
});

it("counts seconds in the last hour only", () => {
  const { container } = render(<TimeLeft phase="last_hour" expiresAt={at(90_000)} />, { wrapper: Frame });
  expect(said(container)).toBe("1 min 30 s");
  pass(1000);
  expect(said(container)).toBe("1 min 29 s");
});

it("becomes past its time by the clock alone, and says so in words", () => {
  const { container } = render(<TimeLeft phase="last_hour" expiresAt={at(4000)} />, { wrapper: Frame });
  pass(10_000);
  expect(container.textContent).toBe("past its time");
});

it("reads the time anew after a sleep instead of having counted", () => {
  const { container } = render(<Now />, { wrapper: Frame });
  vi.setSystemTime(Date.now() + 2 * HOUR);
  act(() => {
    document.dispatchEvent(new Event("visibilitychange"));
  });
  expect(container.textContent).toBe(at(2 * HOUR));
});

it("says a threshold once when it is passed, and nothing on opening", () => {
  const { container } = render(
    <>
      <DeadlineAnnouncer what="Hire Noor B." expiresAt={at(HOUR + 4000)} />
      <Announcer />
    </>,
    { wrapper: Frame },
  );
  const region = container.querySelector("[aria-live=polite]");
  expect(region?.textContent).toBe("");
  pass(6_000);
  expect(region?.textContent).toBe("Hire Noor B.: less than one hour left.");
  pass(60_000);
  expect(region?.textContent, "once").toBe("");
});
