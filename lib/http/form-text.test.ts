import { describe, expect, it } from "vitest";
import { formOfJson, parseFormText } from "./form-text";

const known = ["email", "password"];
const refusal = (field: string, reason: string | null = null) =>
  expect.objectContaining({ code: "BAD_REQUEST", reason, details: { field } });

describe("parseFormText", () => {
  it("reads what a browser sends", () => {
    expect(parseFormText("email=a%40b.c&password=a+b%2B%C3%A4", known).get("password")).toBe("a b+ä");
    expect([...parseFormText("", known)]).toEqual([]);
    expect(parseFormText("email", known).get("email")).toBe("");
  });

  it.each([
    ["email=a&email=b", "email", "repeated"],
    ["other=1", "other", "unknown_field"],
    ["email=%ff", "email", "encoding"],
    ["email=%zz", "email", "encoding"],
    ["%ff=1", "", "encoding"],
    ["email=%00", "email", null],
    ["email=%ed%a0%80", "email", "encoding"],
    [`email=${"x".repeat(2001)}`, "email", null],
    ["__proto__=1", "__proto__", "unknown_field"],
  ])("names the field of %s", (text, field, reason) =>
    expect(() => parseFormText(text, known)).toThrow(refusal(field, reason)),
  );
});

describe("formOfJson", () => {
  it("reads a flat object", () =>
    expect(formOfJson({ email: "a", password: "b" }, known).toString()).toBe("email=a&password=b"));

  it.each([
    [[], "", null],
    [null, "", null],
    [{ email: 1 }, "email", null],
    [{ email: {} }, "email", null],
    [{ other: "x" }, "other", "unknown_field"],
    [{ email: "\0" }, "email", null],
  ])("names the field of %j", (value, field, reason) =>
    expect(() => formOfJson(value, known)).toThrow(refusal(field, reason)),
  );
});
