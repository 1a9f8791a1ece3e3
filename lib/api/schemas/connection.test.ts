import { describe, expect, it } from "vitest";
import { connectBody, replaceTokenBody } from "./connection";

const token = "ot_pat_public_0123456789abcdef";

describe("a pasted token", () => {
  it("is taken without the space around it, and a label that says nothing is none", () => {
    expect(connectBody.parse({ token: ` ${token}\n` })).toEqual({
      token,
      label: null,
      isAnotherAccount: false,
    });
    expect(connectBody.parse({ token, label: "  " }).label).toBeNull();
    expect(connectBody.parse({ token, label: " Agent 7 " }).label).toBe("Agent 7");
  });

  it.each([
    ["nothing", { token: "" }],
    ["only space", { token: "  " }],
    ["two words", { token: `Bearer ${token}` }],
    ["a line break in it", { token: `${token}\n${token}` }],
    ["letters no token has", { token: `${token}é` }],
    ["a hidden one", { token: `${token}\u200b` }],
    ["a control character", { token: `${token}\u0007` }],
    ["too much of it", { token: "x".repeat(501) }],
    ["a number", { token: 7 }],
    ["a label too long", { token, label: "x".repeat(81) }],
    ["something unasked", { token, origin: "https://evil.example" }],
    ["a word for yes", { token, isAnotherAccount: "true" }],
  ])("is not %s", (_, body) => expect(connectBody.safeParse(body).success).toBe(false));

  it("replaces with nothing but itself", () => {
    expect(replaceTokenBody.parse({ token })).toEqual({ token });
    expect(replaceTokenBody.safeParse({ token, id: "x" }).success).toBe(false);
  });
});
