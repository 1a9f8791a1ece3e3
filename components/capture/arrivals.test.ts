import { expect, it } from "vitest";
import type { CaptureState, LastCall } from "@/lib/api/types";
import { arrivalsSince } from "./arrivals";

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 21, 12, 0, seconds)).toISOString();
const last = (seconds: number, outcome: LastCall["outcome"] = "listed"): LastCall => ({
  at: at(seconds),
  outcome,
  why: null,
  whyCode: null,
  approvalId: null,
});
const caller = (way: "capture" | "recorder", keyId: string | null, seconds: number, agentName = "a") => ({
  way,
  keyId,
  agentName,
  keyLabel: null,
  firstAt: at(0),
  calls: 1,
  lastDay: [],
  last: last(seconds),
});
const stray = (door: "capture" | "recorder" | "address", seconds: number) => ({
  door,
  why: "",
  whyCode: "capture_key",
  at: at(seconds),
  calls: 1,
});
const state = (changes: Partial<CaptureState>): CaptureState => ({
  asOf: at(0),
  canManage: true,
  hasSandboxAgent: false,
  keys: [],
  callers: [],
  strays: [],
  ...changes,
});

it("takes the latest call of that key since it was watched for, and no other's", () => {
  const callers = [
    caller("capture", "mine", 9, "before"),
    caller("capture", "mine", 11, "first"),
    caller("capture", "mine", 12, "second"),
    caller("capture", "other", 13),
    caller("recorder", null, 14),
  ];
  const watched = { way: "capture", keyId: "mine" } as const;
  expect(arrivalsSince(state({ callers }), watched, at(10)).arrival).toMatchObject({ agentName: "second" });
  expect(arrivalsSince(state({ callers }), watched, at(13)).arrival).toBeNull();
});

it("takes any call through the recorder", () => {
  const callers = [caller("capture", "mine", 20), caller("recorder", null, 14, "by the recorder")];
  expect(arrivalsSince(state({ callers }), { way: "recorder" }, at(10)).arrival).toMatchObject({
    agentName: "by the recorder",
  });
});

it("names what was nobody's at the same door or at no address of ours, since then", () => {
  const strays = [stray("capture", 11), stray("recorder", 12), stray("address", 13), stray("address", 1)];
  const doors = (way: "capture" | "recorder") =>
    arrivalsSince(state({ strays }), way === "capture" ? { way, keyId: "mine" } : { way }, at(10)).strays.map(
      ({ door }) => door,
    );
  expect(doors("capture")).toEqual(["capture", "address"]);
  expect(doors("recorder")).toEqual(["recorder", "address"]);
});
