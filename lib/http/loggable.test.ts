import { describe, expect, it } from "vitest";
import { loggable, withoutValues } from "./loggable";

const failed = new Error(
  "Failed query: insert into people values ($1, $2)\nparams: owner@example.com,argon2\nid hash",
  {
    cause: new Error("connection refused"),
  },
);

describe("loggable", () => {
  it("leaves the values of a failed query out", () => {
    const fields = loggable(failed);
    expect(fields).toEqual({
      error: failed.cause,
      query: "Failed query: insert into people values ($1, $2)",
    });
  });

  it("leaves every other error as it is", () => {
    const error = new Error("broken");
    expect(loggable(error)).toEqual({ error });
  });

  it("cuts the values out of a printed stack", () => {
    const text = withoutValues(`Error: ${failed.message}\n    at query (x.js:1:1)`);
    expect(text).not.toContain("owner@example.com");
    expect(text).not.toContain("hash");
    expect(text).toContain("at query");
  });
});
