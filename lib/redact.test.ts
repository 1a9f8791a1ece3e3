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

  it("stay out whatever they look like", () => {
    const values = "owner@example.com\n    at LEAKED (x.js:1:1)\n    at SECOND,third value";
    const error = new Error(`Failed query: select 1\nparams: ${values}`, { cause: new Error("no route") });
    const shown = JSON.stringify(redact({ error: new Error("outer", { cause: error }) }));
    for (const value of ["LEAKED", "SECOND", "third", "owner@"]) expect(shown).not.toContain(value);
    expect(shown).toContain("redact.test.ts");
    expect(shown).toContain("no route");
  });

  it("are cut out of what was printed, with all that follows", () => {
    const text = withoutValues(`Error: ${query}\n    at query (x.js:1:1)`);
    expect(text).toBe("Error: Failed query: insert into people values ($1, $2)");
  });
});
