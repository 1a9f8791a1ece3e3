// @vitest-environment happy-dom
import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { openApprovals, summary } from "@/components/styleguide/fixtures";
import { approvalKeys } from "@/lib/api/queries/approval-keys";
import { summaryKeys } from "@/lib/api/queries/summary";
import { openKeeper } from "@/lib/offline/keeper";
import type { KeptList } from "@/lib/offline/kept";
import { startOffline } from "./start-offline";

vi.mock("./worker", () => ({ followWorker: () => () => undefined, removeWorkers: () => undefined }));
vi.mock("@/lib/offline/keeper", () => ({ openKeeper: vi.fn(), letGo: () => undefined }));

let read: () => KeptList | null = () => null;
beforeEach(() => {
  vi.useFakeTimers();
  Object.defineProperty(window, "isSecureContext", { value: true, configurable: true });
  vi.mocked(openKeeper).mockImplementation((_pass, given) => {
    read = given;
    return { begin: async () => undefined, note: () => undefined, stop: () => undefined };
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("makes a list no younger by beginning anew", () => {
  const client = new QueryClient();
  const come = (asOf: string) =>
    client.setQueryData(approvalKeys.open(), {
      approvals: openApprovals,
      nextCursor: null,
      totals: null,
      asOf,
    });
  client.setQueryData(summaryKeys.all, summary);
  come("2026-11-21T10:00:00.000Z");
  const begin = (locale: string) =>
    startOffline(client, {
      pass: "pass",
      isWanted: true,
      reader: { role: "owner", locale, timeZone: "UTC" },
    });
  const stop = begin("en");
  const first = read()?.savedAt;
  expect(first).toBe(Date.now());
  vi.advanceTimersByTime(60_000);
  stop();
  const stopAgain = begin("de");
  expect(read()?.savedAt).toBe(first);
  come("2026-11-21T10:10:00.000Z");
  expect(read()?.savedAt).toBe(Date.now());
  stopAgain();
});
