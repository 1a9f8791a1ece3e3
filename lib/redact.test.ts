import { describe, expect, it } from "vitest";
import { redact, withoutValues } from "./redact";

const query = "Failed query: insert into people values ($1, $2)\nparams: owner@example.com,argon2\nid hash";

describe("the values of a failed query", () => {
  it("are left out of the error's message and stack", () => {
    const shown = JSON.stringify(redact({ error: new Error(query, { cause: new Error("no route") }) }));
    expect(shown).not.toContain("owner@example.com");
    expect(shown).not.toContain("id hash");
    expect(shown).toContain("insert into people");
    expect(shown).toContain("no route");
  });

  it("are cut out of a printed stack", () => {
    const text = withoutValues(`Error: ${query}\n    at query (x.js:1:1)`);
    expect(text).toBe("Error: Failed query: insert into people values ($1, $2)\n    at query (x.js:1:1)");
  });
});
