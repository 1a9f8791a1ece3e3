import { expect, it } from "vitest";
import { calendarDay } from "./calendar-day";

it.each([
  ["2026-11-21T23:30:00Z", "UTC", "2026-11-21"],
  ["2026-11-21T23:30:00Z", "Europe/Berlin", "2026-11-22"],
  ["2026-01-01T04:00:00Z", "America/New_York", "2025-12-31"],
  ["0999-03-04T12:00:00Z", "UTC", "0999-03-04"],
])("%s in %s is %s", (instant, zone, day) => expect(calendarDay(new Date(instant), zone)).toBe(day));
