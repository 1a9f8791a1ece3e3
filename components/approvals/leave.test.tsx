// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { confirmed, hire, quarantined } from "@/components/styleguide/fixtures";
import { Harness } from "@/components/styleguide/harness";
import type { Approval } from "@/lib/api/types";
import type { Role } from "@/lib/domain/records";
import { Leave } from "./leave";
import { forgetLeft, useLeftAt } from "./left-to-confirm";

/** A click that nobody stopped; this window itself stays where it is. */
function click(link: Element): boolean {
  let isLetThrough = false;
  const stay = (event: Event) => {
    isLetThrough = !event.defaultPrevented;
    event.preventDefault();
  };
  document.addEventListener("click", stay, { once: true });
  fireEvent.click(link);
  return isLetThrough;
}

const calls: { path: string; init: RequestInit | undefined }[] = [];

beforeEach(() => {
  calls.length = 0;
  vi.stubGlobal("fetch", async (path: string, init?: RequestInit) => {
    calls.push({ path, init });
    return path.endsWith("/csrf") ? Response.json({ csrfToken: "t" }) : new Response(null, { status: 204 });
  });
});
afterEach(() => {
  cleanup();
  forgetLeft(hire.id);
  vi.unstubAllGlobals();
});

function Way({ approval }: { approval: Approval }) {
  return <Leave approval={approval} phase={approval.phase} leftAt={useLeftAt(approval.id)} />;
}
const show = (approval: Approval, role: Role = "owner") =>
  render(
    <Harness state="every" role={role}>
      <Way approval={approval} />
    </Harness>,
  );

it("is a plain link in a new tab, and says where it goes before it is followed", () => {
  const { container } = show(hire);
  const link = screen.getByRole("link");
  expect(link.getAttribute("href")).toBe(hire.approvalUrl);
  expect(link.getAttribute("target")).toBe("_blank");
  expect(link.getAttribute("rel")).toBe("noopener");
  expect(container.textContent).toMatch(/app\.opentrain\.ai.*never here/);
  expect(calls, "nothing is fetched before it is touched").toHaveLength(0);
});

it("lets the click through at once, and says on the side that someone left", async () => {
  show(hire);
  expect(click(screen.getByRole("link"))).toBe(true);
  expect(screen.getByRole("status").textContent).toContain("Waiting for OpenTrain");
  await vi.waitFor(() =>
    expect(calls.map(({ path }) => path)).toContain("/api/approvals/apr_hire_noor/opened"),
  );
  const sent = calls.find(({ path }) => path.endsWith("/opened"))?.init;
  expect(sent?.method).toBe("POST");
  expect(sent?.keepalive).toBe(true);
  expect(new Headers(sent?.headers).get("x-csrf-token")).toBe("t");
});

it("never says approved before OpenTrain does", () => {
  const { container } = show(hire);
  click(screen.getByRole("link"));
  expect(container.textContent).not.toMatch(/approved|confirmed/i);
});

it("shows a link that was set aside as text, with what is different", () => {
  const { container } = show(quarantined);
  expect(screen.queryByRole("link")).toBeNull();
  expect(screen.getByRole("button").getAttribute("aria-disabled")).toBe("true");
  expect(container.textContent).toContain("app.opentrain.ai.evil.example");
});

it("says what was decided and when, once it is settled", () => {
  const { container } = show(confirmed);
  expect(container.textContent).toMatch(/Confirmed \w+ \d+ Nov, \d\d:\d\d CET\./);
});

it("says that OpenTrain is being asked, and keeps the words about the way for the ear", () => {
  const { container } = render(
    <Harness state="every">
      <Leave approval={hire} phase={hire.phase} leftAt="2026-11-21T09:59:00.000Z" isAsking />
    </Harness>,
  );
  expect(screen.getByRole("status").textContent).toContain("Asking OpenTrain");
  expect(container.querySelector("#where-it-goes")?.className).toBe("sr-only");
});

it("offers no way to a replaced one that OpenTrain has closed", () => {
  const { container } = show({ ...hire, phase: "superseded", status: "expired" });
  expect(container.querySelector("[data-primary=leave]")).toBeNull();
  expect(container.textContent).toContain("OpenTrain has closed this one");
});

it("leads on to what still waits once it is settled, the nearest deadline first, and nowhere else", () => {
  const { container } = show(confirmed);
  expect(screen.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual([
    "/approvals/apr_past",
  ]);
  expect(screen.queryByRole("button")).toBeNull();
  expect(container.textContent?.replace(/\s/g, " ")).toContain(
    "12 more wait, the next lapses in 36 min 36 s.",
  );
});

it("says that nothing else waits", () => {
  const { container } = render(
    <Harness state="empty">
      <Leave approval={confirmed} phase="confirmed" leftAt={null} />
    </Harness>,
  );
  expect(screen.queryByRole("link")).toBeNull();
  expect(container.textContent).toContain("Nothing else waits.");
});

it("shows somebody who may not decide one sentence and nothing to press", () => {
  const { container } = show(hire, "finance");
  expect(container.textContent).toContain("Only the owner of the OpenTrain account can confirm or decline.");
  expect(container.textContent).not.toContain("Review in");
  expect(screen.queryByRole("button")).toBeNull();
});
