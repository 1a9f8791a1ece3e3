import { expect } from "@playwright/test";
import { test } from "./fixtures/bare";
import { type Answer, ask } from "./matrix/ask";
import { builtRoutes } from "./matrix/built-routes";
import { callsOf } from "./matrix/calls";
import { wantedLines } from "./matrix/expected";
import { rows } from "./matrix/rows";
import { fingerprint, markOfOurs } from "./matrix/world";

test("every route that was built or that the server knows has its line, and no line is of none", () => {
  const wanted = wantedLines();
  const paths = wanted.map((line) => line.slice(line.indexOf(" ") + 1));
  expect(builtRoutes().filter((path) => !paths.includes(path))).toEqual([]);
  expect(Object.keys(rows).toSorted()).toEqual(wanted.toSorted());
});

for (const [line, row] of Object.entries(rows)) {
  test(line, async ({ world }) => {
    const calls = await callsOf(world, line, row);
    const changes = calls.filter(({ method, expected }) => method !== "GET" && expected.startsWith("2"));
    const before = await fingerprint(world.web.db);
    const still = calls.filter((call) => !changes.includes(call));
    const answers = await Promise.all(still.map((call) => ask(world, call)));
    const after = await fingerprint(world.web.db);
    for (const name of row.adds ?? []) delete after[name];
    expect.soft(before, "what lies in the tables, after calls that change nothing").toMatchObject(after);
    // One after the other: what one of them changes may be what the next is about.
    for (const call of changes) answers.push(await ask(world, call));
    expect.soft(answers.map(told)).toEqual(answers.map(({ call }) => told({ call, cell: call.expected })));
    for (const { call, body } of answers.filter(isOutside)) {
      expect.soft(body, `${told({ call, cell: "" })}: nothing of ours`).not.toContain(markOfOurs);
    }
    if (row.thing && line.includes(" /api/")) expect.soft(bodiesOf404(answers).size).toBe(1);
  });
}

function told({ call, cell }: Pick<Answer, "call" | "cell">): string {
  return `${call.asker}, ${call.place}, ${call.intent}: ${cell}`;
}

function isOutside({ call }: Answer): boolean {
  return !["owner", "finance", "viewer"].includes(call.asker);
}

/** Of another workspace or nowhere: nobody can tell which. */
function bodiesOf404(answers: Answer[]): Set<string> {
  return new Set(answers.filter(({ cell }) => cell === "404").map(({ body }) => body));
}
