import { expect } from "@playwright/test";
import fc from "fast-check";
import { test } from "./fixtures/bare";
import { bytesOf, type Raw, type RawAnswer, send } from "./mangled/raw";
import { bodySpoils, headSpoils, querySpoils, type Spoil, targetSpoils } from "./mangled/spoils";
import { pathOf } from "./matrix/calls";
import { type Row, rows } from "./matrix/rows";
import { fingerprint, type MatrixWorld } from "./matrix/world";

const spoils = [...bodySpoils, ...headSpoils, ...targetSpoils, ...querySpoils];
const perRow = 30;

/** A call as its line in the matrix means it, by the owner or the agent's key: well before it is spoilt. */
function wellMade({ web, credentials, csrf }: MatrixWorld, line: string, row: Row): Raw {
  const method = line.startsWith("*") ? "POST" : line.slice(0, line.indexOf(" "));
  const { cookie, ...key } = row.key === "202" ? credentials.key : credentials.owner;
  const cookies = [cookie, csrf.cookie].filter((one) => one !== undefined).join("; ");
  return {
    method,
    target:
      row.at ??
      pathOf(line)
        .replace(/\[[^\]]+\]/g, "x1")
        .replace("/**", "/x1"),
    version: "HTTP/1.1",
    headers: [
      ["Host", `localhost:${web.port}`],
      ["Cookie", cookies],
      ...Object.entries(key),
      ...(method === "GET"
        ? []
        : ([
            ["Origin", web.origin],
            ["X-CSRF-Token", csrf.token],
            ["Content-Type", "application/json"],
          ] as Raw["headers"])),
    ],
    body: Buffer.from(method === "GET" ? "" : JSON.stringify(row.body ?? {})),
    framing: method === "GET" ? "none" : "length",
  };
}

for (const [index, [line, row]] of Object.entries(rows).entries()) {
  test(`spoilt: ${line}`, async ({ world }) => {
    const { web } = world;
    const before = await fingerprint(web.db);
    const logged = web.log().length;
    const well = wellMade(world, line, row);
    const fitting = spoils.filter(
      ({ fits = () => true, isHarmless }) =>
        fits(well) && !(isHarmless && (well.method !== "GET" || row.adds)),
    );
    const mark = fc.stringMatching(/^zq[a-f0-9]{12}$/);
    const marks: string[] = [];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...fitting), mark, async (spoil, text) => {
        marks.push(text);
        const answer = await send(web.port, bytesOf(spoil.spoil(well, text)));
        expect(
          problemOf(answer, spoil),
          `${line}, ${spoil.name}: ${answer.status} ${answer.body.slice(0, 200)}`,
        ).toBe(null);
      }),
      { seed: 20_261_121 + index, numRuns: perRow, endOnFailure: true },
    );
    expect(await fingerprint(web.db), "what lies in the tables").toEqual(before);
    const said = web.log().slice(logged);
    expect(
      marks.filter((text) => said.toLowerCase().includes(text)),
      "in the log",
    ).toEqual([]);
    expect(said).not.toContain('"level":"error"');
  });
}

/** In our envelope, or in a page of ours, or closed; and refused, where it can only be refused. */
function problemOf({ status, type, body }: RawAnswer, { isHarmless = false }: Spoil): string | null {
  if (status === null) return null;
  if (status >= 500) return "broke something";
  if (status < 400) return isHarmless || status === 307 || status === 308 ? null : "was taken";
  if (!type.includes("json")) return type.includes("html") && status === 404 ? null : "no envelope";
  const { error, code, requestId } = JSON.parse(body) as Record<string, unknown>;
  return [error, code, requestId].every((part) => typeof part === "string" && part !== "")
    ? null
    : "no envelope";
}
