import { describe, expect, it, vi } from "vitest";
import { AppError } from "@/lib/errors";
import { failureOf } from "./failure";

describe("failureOf", () => {
  it("answers a known failure with its code, reason and sentence", () => {
    const { status, body } = failureOf(new AppError("CONFLICT", { reason: "not_connected" }), "r1");
    expect(status).toBe(409);
    expect(body).toEqual({
      error: "No OpenTrain account is connected to this workspace.",
      code: "CONFLICT",
      requestId: "r1",
      details: { reason: "not_connected" },
    });
  });

  it("says when to come back", () => {
    const error = new AppError("RATE_LIMITED", { details: { retryAfterSeconds: 12.2 } });
    expect(failureOf(error, "r1").headers["Retry-After"]).toBe("13");
  });

  it("knows an error of the other bundle by its name", () => {
    const foreign = Object.assign(new Error("x"), {
      name: "AppError",
      code: "GONE",
      reason: null,
      details: {},
    });
    expect(failureOf(foreign, "r1")).toMatchObject({ status: 410, body: { code: "GONE" } });
  });

  it("tells nothing of an unknown one but the reference, and logs it", () => {
    const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const { status, body } = failureOf(new Error("secret table missing"), "r1");
    const line = String(write.mock.calls[0]?.[0]);
    write.mockRestore();
    expect(status).toBe(500);
    expect(JSON.stringify(body)).not.toContain("secret table");
    expect(body).toMatchObject({ code: "INTERNAL_ERROR", requestId: "r1" });
    expect(line).toContain('"requestId":"r1"');
    expect(line).toContain("secret table missing");
  });

  it("tells a database that is away from one that refuses", () => {
    const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
    const gone = new Error("query failed", {
      cause: Object.assign(new Error("x"), { code: "ECONNREFUSED" }),
    });
    const wrong = Object.assign(new Error("column"), { code: "42703" });
    const full = new Error("timeout exceeded when trying to connect");
    for (const away of [gone, full]) {
      expect(failureOf(away, "r1")).toMatchObject({
        status: 503,
        body: { details: { reason: "database" } },
        headers: { "Retry-After": "2" },
      });
    }
    expect(failureOf(wrong, "r1").status).toBe(500);
    write.mockRestore();
  });

  it("names the field in the sentence", () => {
    const error = new AppError("BAD_REQUEST", { details: { field: "limit" } });
    expect(failureOf(error, "r1").body.error).toContain("limit");
  });
});
