import { afterEach, describe, expect, it, vi } from "vitest";
import { askHealth, type Cause, causeNow } from "../page/cause";
import { answerFile } from "./files";
import { answerPage } from "./pages";
import { isStandIn, wishOf } from "./wish";

const origin = "https://inbox.example";
const ours = { "content-security-policy": "default-src 'self'; report-uri /api/csp-report" };

describe("what the worker answers", () => {
  it.each([
    ["GET", "navigate", "/", "page"],
    ["GET", "navigate", "/approvals/apr_1?from=history", "page"],
    ["GET", "navigate", "/api/export?format=csv", "leave"],
    ["POST", "navigate", "/add", "leave"],
    ["GET", "cors", "/_next/static/chunks/a1b2.js", "file"],
    ["GET", "no-cors", "/_next/static/media/geist.woff2", "file"],
    ["GET", "cors", "/api/approvals?phase=open", "leave"],
    ["GET", "cors", "/approvals/apr_1?_rsc=x", "leave"],
    ["GET", "no-cors", "/icons/icon-192.png", "leave"],
    ["GET", "navigate", "https://elsewhere.example/", "leave"],
    ["GET", "cors", "https://elsewhere.example/_next/static/a.js", "leave"],
  ])("%s %s %s: %s", (method, mode, path, wish) =>
    expect(wishOf({ method, mode, url: new URL(path, origin).href }, origin)).toBe(wish),
  );
});

describe("a file", () => {
  const request = new Request(`${origin}/_next/static/chunks/a1b2.js`);
  const served = () =>
    new Response("served", { headers: { "cache-control": "public, max-age=31536000, immutable" } });
  const ask = async (open: () => Promise<unknown>) => {
    const kept: Promise<unknown>[] = [];
    vi.stubGlobal("caches", { open });
    vi.stubGlobal("fetch", async () => served());
    const answer = await answerFile({ request, waitUntil: (work) => void kept.push(work) });
    await Promise.all(kept);
    return answer.text();
  };
  afterEach(() => vi.unstubAllGlobals());

  it("comes from the device, else from the network, which is kept", async () => {
    const put = vi.fn(async () => undefined);
    expect(await ask(async () => ({ match: async () => new Response("kept"), put }))).toBe("kept");
    expect(put).not.toHaveBeenCalled();
    expect(await ask(async () => ({ match: async () => undefined, put }))).toBe("served");
    expect(put).toHaveBeenCalledOnce();
  });

  it("comes from the network where the device's store fails", async () => {
    const full = () => Promise.reject(new DOMException("full", "QuotaExceededError"));
    expect(await ask(full)).toBe("served");
    expect(await ask(async () => ({ match: full, put: full }))).toBe("served");
  });
});

describe("a page", () => {
  const shown: Cause[] = [];
  const standIn = (cause: Cause) => {
    shown.push(cause);
    return new Response(cause);
  };
  const ask = async (preloadResponse: Promise<Response | undefined>) => {
    shown.length = 0;
    const request = new Request("http://127.0.0.1:9/");
    const answer = await answerPage({ request, preloadResponse }, standIn);
    return shown[0] ?? answer.status;
  };

  it("is what the network answers, whatever it answers of its own", async () => {
    expect(await ask(Promise.resolve(new Response("", { headers: ours })))).toBe(200);
    expect(await ask(Promise.resolve(new Response("", { status: 503, headers: ours })))).toBe(503);
    expect(await ask(Promise.resolve(new Response("", { status: 404 })))).toBe(404);
  });

  it("is the worker's own when nothing came, or somebody else answered", async () => {
    expect(await ask(Promise.reject(new TypeError("no network")))).toBe("silent");
    expect(await ask(Promise.resolve(undefined))).toBe("silent");
    expect(await ask(Promise.resolve(new Response("Bad gateway", { status: 502 })))).toBe("gateway");
  });

  it("tells our own 503 from a stranger's", () => {
    expect(isStandIn({ status: 503, headers: new Headers(ours) })).toBe(false);
    expect(isStandIn({ status: 503, headers: new Headers() })).toBe(true);
    expect(isStandIn({ status: 500, headers: new Headers() })).toBe(false);
  });
});

describe("why the live page is not here", () => {
  it("says offline only when the device says so itself", () => {
    expect(causeNow("silent", false)).toBe("offline");
    expect(causeNow("silent", true)).toBe("silent");
    expect(causeNow("offline", true)).toBe("silent");
    expect(causeNow("gateway", true)).toBe("gateway");
  });

  it("is told by a look at the inbox's health", async () => {
    const health = (answer: Response | Error) =>
      askHealth((async () => {
        if (answer instanceof Error) throw answer;
        return answer;
      }) as typeof fetch);
    expect(await health(new Response("{}"))).toBeNull();
    expect(await health(new Response("{}", { status: 503, headers: ours }))).toBe("unwell");
    expect(await health(new Response("", { status: 502 }))).toBe("gateway");
    expect(await health(new TypeError("refused"))).toBe("silent");
  });
});
