import { describe, expect, it } from "vitest";
import { isOurOrigin } from "./origin";

describe("isOurOrigin", () => {
  it("takes the public origin, the loopback one in use, and a script without any", () => {
    expect(isOurOrigin("http://localhost:3000", "localhost:3000", "http://localhost:3000")).toBe(true);
    expect(isOurOrigin("http://127.0.0.1:3000", "127.0.0.1:3000", "http://localhost:3000")).toBe(true);
    expect(isOurOrigin(null, "localhost:3000", "http://localhost:3000")).toBe(true);
  });

  it.each([
    "null",
    "",
    "http://localhost:4010",
    "https://localhost:3000",
    "http://localhost:3000.evil.com",
    "http://evil.com",
  ])("refuses %j", (origin) =>
    expect(isOurOrigin(origin, "localhost:3000", "http://localhost:3000")).toBe(false),
  );

  it("refuses the plain form of an https address", () => {
    expect(isOurOrigin("http://inbox.example.com", "inbox.example.com", "https://inbox.example.com")).toBe(
      false,
    );
  });
});
