import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkImports } from "./check-imports.mjs";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "countersign-imports-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function problemsOf(files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return checkImports(root).problems;
}

const fine = {
  "lib/domain/money.ts": "export type Money = { cents: number };\nexport const zero = 0;\n",
  "lib/store/read.ts": 'import { zero } from "@/lib/domain/money";\nexport const read = () => zero;\n',
  "lib/store/pool.ts": "export const pool = 1;\n",
};

describe("checkImports", () => {
  it("is content with a house in order", () => {
    expect(
      problemsOf({ ...fine, "components/a.tsx": 'import type { Money } from "@/lib/domain/money";\n' }),
    ).toEqual([]);
  });

  const breaches = [
    [
      "a forbidden direction",
      { "lib/domain/bad.ts": '\nimport { read } from "@/lib/store/read";\n' },
      "lib/domain/bad.ts:2",
    ],
    [
      "a type-only import",
      { "lib/opentrain/bad.ts": 'import type { read } from "@/lib/store/read";\n' },
      "bad.ts:1",
    ],
    [
      "a type named in place",
      { "lib/opentrain/bad.ts": 'type A = import("@/lib/store/read").A;\n' },
      "bad.ts:1",
    ],
    [
      "a re-export",
      { "components/bad.ts": '\n\nexport { read } from "../lib/store/read";\n' },
      "components/bad.ts:3",
    ],
    [
      "a dynamic import",
      { "components/bad.ts": 'const a = () => import("@/lib/store/read");\n' },
      "components/bad.ts:1",
    ],
    [
      "a forbidden package",
      { "lib/domain/bad.ts": 'import { z } from "zod";\n' },
      "may not import the package zod",
    ],
    [
      "a package behind a path",
      { "lib/store/bad.ts": 'import { x } from "next/headers";\n' },
      "the package next",
    ],
    [
      "a folder nobody knows",
      { "lib/novelty/bad.ts": "export const a = 1;\n" },
      "lib/novelty/bad.ts:1 is in no module",
    ],
    [
      "a file that is not there",
      { "lib/store/bad.ts": 'import { a } from "@/lib/store/gone";\n' },
      "leads nowhere",
    ],
    ["a drawer", { "lib/store/utils.ts": "export const a = 1;\n" }, '"utils" is a drawer'],
    ["a drawer of a folder", { "lib/store/helpers/a.ts": "export const a = 1;\n" }, '"helpers" is a drawer'],
    [
      "the sandbox in our code",
      { "lib/services/bad.ts": 'import "@/lib/sandbox/a";\n', "lib/sandbox/a.ts": "" },
      "lib/sandbox",
    ],
    [
      "our code in the sandbox",
      { "lib/sandbox/a.ts": 'import { zero } from "@/lib/domain/money";\n' },
      "lib/sandbox/a.ts:1",
    ],
    [
      "the factories outside a test",
      {
        "lib/testing/make.ts": "export const a = 1;\n",
        "lib/store/bad.ts": 'import { a } from "@/lib/testing/make";\n',
      },
      "may not import lib/testing",
    ],
    [
      "the store behind its pool",
      { "lib/http/bad.ts": 'import { read } from "@/lib/store/read";\n' },
      "lib/http/bad.ts:1",
    ],
  ];
  it.each(breaches)("sees %s", (_, files, expected) => {
    const problems = problemsOf({ ...fine, ...files });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(expected);
  });

  it("sees a circle of three, types included", () => {
    const problems = problemsOf({
      "lib/domain/a.ts": 'import { b } from "@/lib/domain/b";\nexport const a = b;\n',
      "lib/domain/b.ts": 'import { c } from "./c";\nexport const b = c;\n',
      "lib/domain/c.ts": 'import type { a } from "./a";\nexport const c = 1 as unknown as typeof a;\n',
    });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("closes a circle");
  });

  it("lets a test use the factories, and http the pool", () => {
    expect(
      problemsOf({
        ...fine,
        "lib/testing/make.ts": "export const a = 1;\n",
        "lib/store/read.test.ts": 'import { a } from "@/lib/testing/make";\n',
        "lib/http/fine.ts": 'import { pool } from "@/lib/store/pool";\n',
      }),
    ).toEqual([]);
  });

  it("holds a test to the other directions", () => {
    const problems = problemsOf({
      ...fine,
      "lib/domain/a.test.ts": 'import { read } from "@/lib/store/read";\n',
    });
    expect(problems).toHaveLength(1);
  });

  it("lets a test with a database put parts together, but for the sandbox", () => {
    const problems = problemsOf({
      "lib/sync/round.ts": "export const round = 1;",
      "lib/sandbox/app.ts": "export const app = 1;",
      "lib/services/a.db.test.ts": 'import { round } from "@/lib/sync/round";',
      "lib/services/b.db.test.ts": 'import { app } from "@/lib/sandbox/app";',
    });
    expect(problems).toEqual([expect.stringContaining("lib/services/b.db.test.ts:1")]);
  });
});
