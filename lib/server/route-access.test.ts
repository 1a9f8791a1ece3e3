import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { addressOf, listAppFiles } from "./app-files";
import { type ApiRow, apiRows, developmentPages, pageRows } from "./route-access";

const appDir = fileURLToPath(new URL("../../app", import.meta.url));
const files = listAppFiles(appDir);
const rows: readonly ApiRow[] = apiRows;

describe("the access table", () => {
  it("has a row for every route handler and each of its methods", () => {
    const handlers = files.filter((file) => file.kind === "route" && file.path.startsWith("/api/"));
    const missing = handlers.flatMap(({ path, methods }) => {
      const row = rows.find((known) => known.path === path && known.served === "next");
      return methods
        .filter((method) => !row || (row.methods !== "*" && !row.methods.some((known) => known === method)))
        .map((method) => `${method} ${path}`);
    });
    expect(handlers.length).toBeGreaterThan(5);
    expect(missing).toEqual([]);
  });

  it("has a handler for every row that Next serves", () => {
    const served = rows.filter((row) => row.served === "next").map((row) => row.path);
    const written = files.filter((file) => file.kind === "route").map((file) => file.path);
    expect(served.filter((path) => !written.includes(path))).toEqual([]);
  });

  it("has a row for every page", () => {
    const pages = files.filter((file) => file.kind === "page").map((file) => file.path);
    const known = [...pageRows.map((row) => row.path), ...developmentPages];
    expect(pages.filter((path) => !known.includes(path))).toEqual([]);
  });

  it("gives a reason for everything that is public", () => {
    const silent = [...rows, ...pageRows].filter((row) => row.access === "public" && !row.why);
    expect(silent).toEqual([]);
  });
});

describe("addressOf", () => {
  it("leaves groups and slots out", () => {
    expect(addressOf("/(inbox)/approvals/[id]")).toBe("/approvals/[id]");
    expect(addressOf("/(doors)")).toBe("/");
    expect(addressOf("/(inbox)/@detail/settings")).toBe("/settings");
  });
});
