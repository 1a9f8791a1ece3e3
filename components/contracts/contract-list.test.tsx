// @vitest-environment happy-dom
import { QueryClient, QueryClientProvider, useQueryClient } from "@tanstack/react-query";
import { cleanup, render, screen, within } from "@testing-library/react";
import { type ReactNode, useState } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { FIXTURE_NOW } from "@/components/styleguide/fixture-clock";
import { contracts } from "@/components/styleguide/fixtures";
import { Harness } from "@/components/styleguide/harness";
import { contractKeys } from "@/lib/api/queries/contracts";
import type { Contract } from "@/lib/api/types";
import { ContractList } from "./contract-list";

const address = vi.hoisted(() => ({ search: "" }));
vi.mock("next/navigation", () => ({ useSearchParams: () => new URLSearchParams(address.search) }));

beforeEach(() => {
  address.search = "";
});
afterEach(cleanup);

function Holding({ list, children }: { list: readonly Contract[]; children: ReactNode }) {
  const client = useQueryClient();
  useState(() => client.setQueryData(contractKeys.list(), { contracts: list, asOf: FIXTURE_NOW }));
  return children;
}

function show(list: readonly Contract[] = contracts) {
  return render(
    <Harness state="full">
      <Holding list={list}>
        <ContractList />
      </Holding>
    </Harness>,
  ).container;
}
const rows = () => [...document.querySelectorAll("a[data-row]")];

it("has what is active first, and what has ended folded beneath", () => {
  const container = show();
  const folded = container.querySelector("details");
  expect(folded?.open).toBe(false);
  expect(folded?.textContent).toContain("One ended contract");
  expect(folded?.textContent).toContain("Mei T.");
  const unfolded = rows().filter((row) => row.closest("details") === null);
  expect(unfolded.map((row) => row.getAttribute("href"))).toEqual([
    "/contracts/con_night",
    "/contracts/con_receipt",
  ]);
  const [first] = unfolded;
  expect(first?.textContent).toContain("Ada L.");
  expect(first?.textContent?.replace(/\s/g, " ")).toContain("2 requests wait, next lapses in 14 h 6 min");
});

it("shows nothing but what the address asks for, by state and by words", () => {
  address.search = "status=ended&q=mei";
  const container = show();
  expect(rows().map((row) => row.getAttribute("href"))).toEqual(["/contracts/con_old"]);
  expect(container.querySelector("details")).toBeNull();
  expect(screen.getByRole("status").textContent).toBe("One contract found");
  const states = within(screen.getByRole("navigation", { name: "Which contracts" }));
  expect(states.getAllByRole("link").map((link) => link.getAttribute("href"))).toEqual([
    "/contracts?q=mei",
    "/contracts?status=active&q=mei",
    "/contracts?status=ended&q=mei",
  ]);
});

it("says that nothing fits, which is not that there is nothing", () => {
  address.search = "q=nobody";
  show();
  expect(screen.getByRole("heading", { name: "No contract fits" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Show all contracts" }).getAttribute("href")).toBe("/contracts");
});

it("tells two of one title and one freelancer apart, and says nothing more of the others", () => {
  const [ada, piotr] = contracts as [Contract, Contract];
  const container = show([
    ada,
    { ...ada, id: "con_x91f", createdAt: "2026-11-20T09:00:00.000Z" },
    { ...ada, id: "con_y80e", createdAt: null },
    piotr,
  ]);
  expect(container.textContent).toContain("since Fri 20 Nov, id …x91f");
  expect(container.textContent).toContain("id …y80e");
  expect(rows().at(-1)?.textContent).not.toContain("id …");
});

it("offers to find one where there are more than one sees at a look", () => {
  const [ada] = contracts as [Contract];
  show();
  expect(document.querySelector("input[type=search]")).toBeNull();
  cleanup();
  show(Array.from({ length: 8 }, (_, index) => ({ ...ada, id: `con_${index}`, title: `Set ${index}` })));
  expect(rows()).toHaveLength(8);
  expect(document.querySelector("input[type=search]")).not.toBeNull();
});

it("counts what is neither active nor ended by itself, and offers no state that has no name", () => {
  const [ada, piotr] = contracts as [Contract, Contract];
  show([ada, { ...piotr, status: "paused" }, { ...piotr, id: "con_none", status: "" }]);
  expect(screen.getByRole("status").textContent).toBe("1 active, 2 in other states");
  const states = within(screen.getByRole("navigation", { name: "Which contracts" }));
  expect(states.getAllByRole("link").map((link) => link.textContent)).toEqual(["All3", "Active1", "paused1"]);
});

it("does not call it a failure that no account is connected", async () => {
  const body = { code: "CONFLICT", error: "", details: { reason: "not_connected" } };
  vi.stubGlobal("fetch", async () => Response.json(body, { status: 409 }));
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <Harness state="none">
      <QueryClientProvider client={client}>
        <ContractList />
      </QueryClientProvider>
    </Harness>,
  );
  expect(await screen.findByRole("heading", { name: "No OpenTrain account is connected" })).toBeTruthy();
  vi.unstubAllGlobals();
});
