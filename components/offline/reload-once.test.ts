// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { reloadOnce } from "./reload-once";

const answer = vi.fn<() => Promise<Response>>();
const reload = vi.fn();

beforeEach(() => {
  answer.mockImplementation(async () => new Response(null, { status: 404 }));
  vi.stubGlobal("fetch", answer);
});
afterEach(() => {
  sessionStorage.clear();
  reload.mockReset();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

async function failed(src: string): Promise<void> {
  const script = document.createElement("script");
  script.setAttribute("type", "text/plain");
  script.setAttribute("src", src);
  document.body.append(script);
  script.dispatchEvent(new Event("error"));
  script.remove();
  // As long as an answer takes that is there at once.
  await new Promise((resolve) => setTimeout(resolve));
}

it("loads a page again for a part that is gone, once for each, and never for anything else", async () => {
  const stop = reloadOnce(reload);
  await failed("/_next/static/chunks/old.js");
  expect(reload).toHaveBeenCalledTimes(1);
  await failed("/_next/static/chunks/old.js");
  expect(reload).toHaveBeenCalledTimes(1);
  await failed("/_next/static/chunks/older.js");
  expect(reload).toHaveBeenCalledTimes(2);
  await failed("/elsewhere.js");
  window.dispatchEvent(new Event("error"));
  expect(reload).toHaveBeenCalledTimes(2);
  stop();
  await failed("/_next/static/chunks/oldest.js");
  expect(reload).toHaveBeenCalledTimes(2);
});

it("does not while nothing answers, or where it could not remember that it did", async () => {
  const stop = reloadOnce(reload);
  answer.mockImplementation(() => Promise.reject(new TypeError("no network")));
  await failed("/_next/static/chunks/a.js");
  answer.mockImplementation(async () => new Response(null, { status: 200 }));
  await failed("/_next/static/chunks/b.js");
  answer.mockImplementation(async () => new Response(null, { status: 404 }));
  vi.stubGlobal("sessionStorage", {
    getItem: () => null,
    clear: () => undefined,
    setItem: () => {
      throw new Error("no storage");
    },
  });
  await failed("/_next/static/chunks/c.js");
  expect(reload).not.toHaveBeenCalled();
  stop();
});
