// @vitest-environment happy-dom
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { ReaderProvider } from "@/components/reader";
import type { Role } from "@/lib/domain/records";
import { ExportLink } from "./export-link";

afterEach(cleanup);

function show(role: Role, filters: Record<string, string> = {}) {
  render(
    <ReaderProvider
      reader={{ timeZone: "UTC", role, name: "", singleKeys: true, keepOffline: true, firstSteps: false }}
    >
      <ExportLink filters={filters} />
    </ReaderProvider>,
  );
  return screen.queryByRole("link")?.getAttribute("href") ?? null;
}

it.each(["owner", "finance"] as const)("is a plain link for %s, with the filters of the list", (role) => {
  expect(show(role, { phase: "settled" })).toBe("/api/export?format=csv&phase=settled");
});

it("is not there for a viewer", () => expect(show("viewer")).toBeNull());
