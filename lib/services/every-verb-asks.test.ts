import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const folder = fileURLToPath(new URL(".", import.meta.url));
const asks = /\b(requirePermission|requirePerson)\(/;

/** Functions that are given who acts, by the way they are written here: `({ ctx`. */
function verbsIn(code: string): string[] {
  const starts = [...code.matchAll(/^export (?:async )?function (\w+)\(\{\s*ctx\b/gm)];
  return starts.flatMap((start) => {
    const rest = code.slice(start.index + 1);
    const end = rest.search(/^\}$/m);
    return asks.test(rest.slice(0, end)) ? [] : (start[1] ?? []);
  });
}

it("asks the table of rights in every verb", () => {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".test.ts"),
  );
  const silent = files.flatMap((file) =>
    verbsIn(readFileSync(`${folder}${file}`, "utf8")).map((verb) => `${file}: ${verb}`),
  );
  expect(silent).toEqual([]);
  expect(verbsIn("export async function peek({ ctx }: { ctx: Ctx }) {\n  return ctx;\n}\n")).toEqual([
    "peek",
  ]);
});
