import { afterEach, expect, it, vi } from "vitest";
import { ApiFailure } from "./api-failure";
import { fetchJson } from "./fetch-json";
import { gatherOpenApprovals } from "./gather-open-approvals";

afterEach(() => vi.unstubAllGlobals());

function answerWith(answer: () => Response | Promise<Response>) {
  vi.stubGlobal("fetch", async () => answer());
}
const failureOf = (path = "/api/summary") =>
  fetchJson(path).then(
    () => null,
    (error: unknown) => error,
  );

it("hands over what the server said", async () => {
  answerWith(() => Response.json({ claims: [] }));
  expect(await fetchJson("/api/claims")).toEqual({ claims: [] });
});

it("keeps code, reason and reference of a failure apart", async () => {
  answerWith(() =>
    Response.json(
      { error: "No account.", code: "CONFLICT", requestId: "r-1", details: { reason: "not_connected" } },
      { status: 409 },
    ),
  );
  expect(await failureOf()).toMatchObject({
    status: 409,
    code: "CONFLICT",
    reason: "not_connected",
    requestId: "r-1",
    message: "No account.",
  });
});

it("says how long to wait", async () => {
  answerWith(() =>
    Response.json({ code: "RATE_LIMITED" }, { status: 429, headers: { "retry-after": "120" } }),
  );
  expect(await failureOf()).toMatchObject({ status: 429, retryAfterSeconds: 120 });
});

it.each([
  ["an answer that is no JSON", () => new Response("<html>", { status: 200 }), 200, "UNREADABLE"],
  ["a proxy's error page", () => new Response("<html>", { status: 502 }), 502, "UNREADABLE"],
  ["a bare null", () => Response.json(null), 200, "UNREADABLE"],
  ["nobody there", () => Promise.reject(new TypeError("failed")), 0, "UNREACHABLE"],
])("never takes %s for an empty list", async (_what, answer, status, code) => {
  answerWith(answer);
  const failure = await failureOf();
  expect(failure).toBeInstanceOf(ApiFailure);
  expect(failure).toMatchObject({ status, code });
});

it("reads a long list page by page, as one", async () => {
  const asked: string[] = [];
  const totals = null;
  const list = await gatherOpenApprovals(async (query) => {
    asked.push(query.get("cursor") ?? "first");
    const next = asked.length < 3 ? `page-${asked.length}` : null;
    return { approvals: [], nextCursor: next, totals, asOf: "2026-11-21T10:00:00.000Z" };
  });
  expect(asked).toEqual(["first", "page-1", "page-2"]);
  expect(list.nextCursor).toBeNull();
});

it("stops somewhere, and says that there is more", async () => {
  let pages = 0;
  const list = await gatherOpenApprovals(async () => {
    pages += 1;
    return { approvals: [], nextCursor: "more", totals: null, asOf: "2026-11-21T10:00:00.000Z" };
  });
  expect(pages).toBe(5);
  expect(list.nextCursor).toBe("more");
});
