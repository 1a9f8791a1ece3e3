import { describe, expect, it } from "vitest";
import { compilePath } from "./match-path";

describe("compilePath", () => {
  it("takes one segment, decoded", () => {
    const match = compilePath("/api/approvals/[id]/read");
    expect(match("/api/approvals/a%2Fb/read")).toEqual({ id: "a/b" });
    expect(match("/api/approvals/a/b/read")).toBeNull();
    expect(match("/api/approvals//read")).toBeNull();
    expect(match("/api/approvals/%zz/read")).toBeNull();
  });

  it("takes the rest and everything below", () => {
    expect(compilePath("/api/auth/[...nextauth]")("/api/auth/callback/credentials")).toEqual({
      nextauth: "callback/credentials",
    });
    expect(compilePath("/api/auth/[...nextauth]")("/api/auth")).toBeNull();
    expect(compilePath("/api/public/v1/**")("/api/public/v1/")).toEqual({});
    expect(compilePath("/api/public/v1/**")("/api/public/v1x")).toBeNull();
  });

  it("takes a dot for a dot", () => expect(compilePath("/a.b")("/axb")).toBeNull());
});
