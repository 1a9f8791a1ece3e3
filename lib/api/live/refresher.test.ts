import { dehydrate, hydrate, QueryClient, QueryObserver } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { approvalKeys } from "../queries/approval-keys";
import { claimKeys } from "../queries/claims";
import { summaryKeys } from "../queries/summary";
import { refresher } from "./refresher";

let client: QueryClient;
let isHidden = false;
const stops: (() => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  client = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Number.POSITIVE_INFINITY } },
  });
  isHidden = false;
});
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  client.clear();
  vi.useRealTimers();
});

/** A list on the screen; each answer takes so long. */
function show(queryKey: readonly unknown[], takesMs = 0) {
  const asked = { times: 0, atOnce: 0, most: 0 };
  const queryFn = async () => {
    asked.times += 1;
    asked.most = Math.max(asked.most, ++asked.atOnce);
    await new Promise((resolve) => setTimeout(resolve, takesMs));
    asked.atOnce -= 1;
    return asked.times;
  };
  if (client.getQueryData(queryKey) === undefined) client.setQueryData(queryKey, 0);
  stops.push(new QueryObserver(client, { queryKey, queryFn }).subscribe(() => undefined));
  return asked;
}

function start() {
  const made = refresher(client, () => isHidden);
  stops.push(made.stop);
  return made;
}

const changed = (id: string) => ({ kind: "approval" as const, id });

it("asks at once, and gathers what comes soon after", async () => {
  const [list, made] = [show(approvalKeys.open()), start()];
  made.tell([changed("first")]);
  expect(list.times).toBe(1);
  for (let at = 0; at < 1_000; at += 1) {
    made.tell([changed(`a${at}`)]);
    if (at % 50 === 0) await vi.advanceTimersByTimeAsync(1);
  }
  await vi.advanceTimersByTimeAsync(1_000);
  expect(list.times).toBe(2);
});

it("does not ask again before it was answered, and once more for what came meanwhile", async () => {
  const [list, made] = [show(approvalKeys.open(), 500), start()];
  made.tell([changed("a")]);
  await vi.advanceTimersByTimeAsync(100);
  for (let at = 0; at < 20; at += 1) {
    made.tell([changed(`b${at}`)]);
    await vi.advanceTimersByTimeAsync(10);
  }
  await vi.advanceTimersByTimeAsync(5_000);
  expect(list).toMatchObject({ times: 2, most: 1 });
});

it("asks for one thing while another is slow to be answered", async () => {
  const [claims, list, made] = [show(claimKeys.all, 5_000), show(approvalKeys.open()), start()];
  made.tell([{ kind: "claim", id: "a" }]);
  await vi.advanceTimersByTimeAsync(10);
  made.tell([changed("a")]);
  expect([claims.times, list.times]).toEqual([1, 1]);
});

it("asks once more for what somebody else had asked for before it was told", async () => {
  const [list, made] = [show(approvalKeys.open(), 500), start()];
  void client.refetchQueries({ queryKey: approvalKeys.open() });
  await vi.advanceTimersByTimeAsync(100);
  made.tell([changed("a")]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(list).toMatchObject({ times: 2, most: 1 });
});

it("keeps to the number in the title while nobody looks, and asks for the rest when somebody does", async () => {
  const [list, summary, made] = [show(approvalKeys.open()), show(summaryKeys.all), start()];
  isHidden = true;
  for (let at = 0; at < 30; at += 1) {
    made.tell([changed(`a${at}`)]);
    await vi.advanceTimersByTimeAsync(1_000);
  }
  expect(list.times).toBe(0);
  expect(summary.times).toBeGreaterThan(1);
  expect(summary.times).toBeLessThan(6);
  isHidden = false;
  made.look();
  await vi.advanceTimersByTimeAsync(100);
  expect(list.times).toBe(1);
});

it("asks again for what is drawn only after the word of its change", async () => {
  const made = start();
  made.tell([changed("a")]);
  await vi.advanceTimersByTimeAsync(300);
  const drawn = new QueryClient();
  drawn.setQueryData(approvalKeys.open(), 0);
  hydrate(client, dehydrate(drawn));
  drawn.clear();
  const list = show(approvalKeys.open());
  await vi.advanceTimersByTimeAsync(300);
  expect(list.times).toBe(1);
});
