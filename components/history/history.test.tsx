// @vitest-environment happy-dom
import { onlineManager, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ReaderProvider } from "@/components/reader";
import { FIXTURE_NOW } from "@/components/styleguide/fixture-clock";
import { settledApprovals } from "@/components/styleguide/fixtures";
import { historySumsOf } from "@/components/styleguide/history-sums-of";
import { ClockProvider } from "@/components/time/clock";
import { sumsOf } from "@/lib/domain/sums";
import { messagesFor } from "@/lib/messages";
import { History } from "./history";

const address = vi.hoisted(() => ({ search: "" }));
vi.mock("next/navigation", () => ({
  useSearchParams: () => new URLSearchParams(address.search),
  usePathname: () => "/history",
  useRouter: () => ({ push: () => undefined, replace: () => undefined }),
}));

const words = messagesFor("en").screens.history;
const reader = {
  role: "owner",
  timeZone: "Europe/Berlin",
  name: "Sam Okafor",
  singleKeys: true,
  keepOffline: true,
  firstSteps: false,
} as const;
const confirmed = settledApprovals.filter(({ phase }) => phase === "confirmed");
const declined = settledApprovals.filter(({ phase }) => phase === "declined");
const rows = () =>
  [...document.querySelectorAll<HTMLElement>("[data-row]")].map(({ dataset }) => dataset.row);
const idsOf = (approvals: typeof confirmed) => approvals.map(({ id }) => id);
const busy = () => document.querySelector("[aria-busy=true]");

/** What this inbox answers, each question when the test lets it. */
const held = new Map<string, () => void>();
let refused: RegExp | null = null;
function answer(input: RequestInfo | URL): Promise<Response> {
  const url = new URL(String(input), "http://inbox.example");
  const which = `${url.pathname === "/api/approvals" ? "list" : "sums"} ${url.searchParams.get("phase")}`;
  if (!onlineManager.isOnline()) return Promise.reject(new TypeError("no network"));
  if (refused?.test(which)) return Promise.resolve(Response.json({ error: {} }, { status: 400 }));
  const approvals = url.searchParams.get("phase") === "declined" ? declined : confirmed;
  const totals = { count: approvals.length, open: sumsOf([]), confirmed: sumsOf([]) };
  const body =
    url.pathname === "/api/approvals"
      ? { approvals, nextCursor: null, totals, asOf: FIXTURE_NOW }
      : historySumsOf(approvals, reader.timeZone);
  return new Promise((resolve) => held.set(which, () => resolve(Response.json(body))));
}

async function arrive(which: string) {
  await waitFor(() => expect([...held.keys()]).toContain(which));
  await act(async () => held.get(which)?.());
  held.delete(which);
}

function open() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const page = () => (
    <QueryClientProvider client={client}>
      <ReaderProvider reader={reader}>
        <ClockProvider asOf={FIXTURE_NOW}>
          <History choices={{ contracts: [], agents: [] }} />
        </ClockProvider>
      </ReaderProvider>
    </QueryClientProvider>
  );
  const { rerender } = render(page());
  return {
    ask(search: string) {
      address.search = search;
      rerender(page());
    },
  };
}

beforeEach(() => {
  vi.stubGlobal("fetch", vi.fn(answer));
  address.search = "phase=confirmed";
});
afterEach(() => {
  cleanup();
  held.clear();
  refused = null;
  onlineManager.setOnline(true);
  vi.unstubAllGlobals();
});

it("without a network ends by saying that another filter could not be loaded", async () => {
  const { ask } = open();
  await arrive("list confirmed");
  await arrive("sums confirmed");
  await waitFor(() => expect(rows()).toEqual(idsOf(confirmed)));
  onlineManager.setOnline(false);
  ask("phase=declined");
  await screen.findByText(words.failed.title);
  expect(rows()).toEqual([]);
  expect(screen.queryByLabelText(words.sums)).toBeNull();
});

it("veils the rows of the filter before, and shows no sums beside rows they are not of", async () => {
  const { ask } = open();
  await arrive("list confirmed");
  await arrive("sums confirmed");
  await screen.findByLabelText(words.sums);
  ask("phase=declined");
  expect([rows(), busy()?.className]).toEqual([idsOf(confirmed), "opacity-60"]);
  await arrive("list declined");
  await waitFor(() => expect(rows()).toEqual(idsOf(declined)));
  expect(screen.queryByLabelText(words.sums)).toBeNull();
  await arrive("sums declined");
  await screen.findByLabelText(words.sums);
  expect(busy()).toBeNull();
});

it("says in one line that the sums are missing", async () => {
  refused = /^sums/;
  open();
  await arrive("list confirmed");
  await screen.findByText(words.sumsFailed);
  expect(rows()).toEqual(idsOf(confirmed));
});

it("does not call it a failure that no account is connected", async () => {
  const body = { code: "CONFLICT", error: "", details: { reason: "not_connected" } };
  vi.stubGlobal("fetch", async () => Response.json(body, { status: 409 }));
  open();
  expect(await screen.findByRole("heading", { name: "No OpenTrain account is connected" })).toBeTruthy();
});
