import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { readPass } from "@/lib/offline/pass";
import { offlinePass } from "./offline-pass";

vi.mock("@/lib/auth/secret", () => ({ authSecret: () => "a secret of the tests, long enough for one" }));
beforeAll(() => void vi.resetModules());
afterAll(() => void vi.doUnmock("@/lib/auth/secret"));

it("is the same for a session each time, of its own for every other, and says nothing of either", () => {
  const pass = offlinePass("session-1");
  expect(offlinePass("session-1")).toBe(pass);
  const other = readPass(offlinePass("session-2"));
  const own = readPass(pass);
  expect(own).not.toBeNull();
  expect(other?.id).not.toBe(own?.id);
  expect(other?.key).not.toBe(own?.key);
  expect(pass).not.toContain("session");
});
