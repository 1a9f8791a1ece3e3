import { once } from "node:events";
import { connect } from "node:net";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { limits } from "@/lib/recorder/limits";
import { notingKeeper } from "@/lib/recorder/testing/noting-keeper";
import {
  agentToken,
  askDoor,
  type DoorServer,
  sayRaw,
  startDoor,
  UpstreamServer,
} from "./testing/door-server";

const usual: Record<string, number> = { ...limits };
const short = (some: Partial<Record<keyof typeof limits, number>>) => Object.assign(limits, some);
let upstream: UpstreamServer;
let door: DoorServer;
let keeper: ReturnType<typeof notingKeeper>;

beforeAll(async () => {
  vi.spyOn(process.stdout, "write").mockReturnValue(true);
  upstream = await new UpstreamServer().start();
});
beforeEach(async () => {
  upstream.heard = [];
  upstream.answer = (res) => res.end("{}");
  keeper = notingKeeper();
  // A door opens its connections with the limits of that moment.
  door = await startDoor({ upstream: upstream.origin, keeper });
});
afterEach(async () => {
  Object.assign(limits, usual);
  await door.stop();
});
afterAll(async () => {
  await upstream.stop();
  vi.restoreAllMocks();
});

const refusalOf = (body: Buffer) =>
  JSON.parse(body.toString()) as { details?: { reason?: string; repeat?: string } };
const until = async (isSo: () => boolean) => {
  while (!isSo()) await new Promise((resolve) => setImmediate(resolve));
};
const head = (length: number) =>
  `POST /api/public/v1/x HTTP/1.1\r\nHost: localhost:${door.port}\r\nAuthorization: Bearer ${agentToken}\r\nContent-Length: ${length}\r\n\r\n`;

describe("time", () => {
  it.each([
    ["GET", "contracts", undefined, "safe"],
    ["POST", "contracts/c/milestones", undefined, "look_first"],
    ["POST", "milestones/m/fund", "stored", "look_here"],
  ])("%s %s is told of before the agent gives up", async (method, path, state, repeat) => {
    short({ answerMs: 40 });
    upstream.answer = () => undefined;
    const got = await askDoor(door.port, { method, path: `/api/public/v1/${path}` });
    const details = { reason: "inbox_upstream_unreachable", repeat };
    expect([got.status, refusalOf(got.body).details]).toEqual([504, details]);
    expect(got.headers["x-countersign-state"]).toBe(state);
    if (state) expect(keeper.calls.map(({ name }) => name)).toEqual(["begin", "failed"]);
  });

  it("is OpenTrain's for the head alone: an answer that keeps coming may take its own", async () => {
    short({ answerMs: 40 });
    upstream.answer = (res) => {
      res.write("a");
      setTimeout(() => res.end("b"), 120);
    };
    expect((await askDoor(door.port)).body.toString()).toBe("ab");
  });

  it("ends for an answer that stands still", async () => {
    short({ idleMs: 40 });
    await door.stop();
    door = await startDoor({ upstream: upstream.origin });
    upstream.answer = (res) => res.write("half");
    await expect(askDoor(door.port)).rejects.toThrow();
  });

  it("ends for an agent that stands still in the middle of a body", async () => {
    short({ idleMs: 40 });
    await door.stop();
    door = await startDoor({ upstream: upstream.origin });
    const got = await sayRaw(door.port, `${head(1_000)}some`);
    expect(got).toMatch(/^HTTP\/1\.1 400 .*too_slow/s);
  });

  it("is left before 30 seconds, when the official tools give up, and is enough to say so", () => {
    expect(usual.answerMs).toBeLessThan(28_000);
    expect(usual.accountMs).toBeLessThan(28_000);
  });
});

describe("room", () => {
  it("is left for other agents by one that asks without end", async () => {
    short({ atOncePerToken: 3 });
    const waiting: (() => void)[] = [];
    upstream.answer = (res) => waiting.push(() => res.end("{}"));
    const three = [1, 2, 3].map(() => askDoor(door.port));
    await until(() => waiting.length === 3);
    const fourth = await askDoor(door.port);
    expect([fourth.status, refusalOf(fourth.body).details?.reason]).toEqual([429, "too_many_at_once"]);
    expect(fourth.headers["retry-after"]).toBe("1");
    const other = askDoor(door.port, { token: "ot_pat_other_1" });
    await until(() => waiting.length === 4);
    for (const answer of waiting) answer();
    expect((await Promise.all([...three, other])).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    // All of them are gone again.
    upstream.answer = (res) => res.end("{}");
    expect((await askDoor(door.port)).status).toBe(200);
  });

  it("is left by a body that does not end and by an answer nobody takes", async () => {
    const endless = connect(door.port, "127.0.0.1", () => endless.write(head(1_000_000_000)));
    const lazy = connect(door.port, "127.0.0.1");
    let sent = 0;
    upstream.answer = (res) => {
      const piece = Buffer.alloc(64 * 1024);
      const more = () => {
        do sent += piece.length;
        while (!res.destroyed && sent < 1e9 && res.write(piece));
      };
      res.on("drain", more);
      more();
    };
    await once(lazy, "connect");
    lazy.pause();
    lazy.write(head(0).replace("POST", "GET"));
    await until(() => sent > 0);
    upstream.answer = (res) => res.end("{}");
    for (let turn = 0; turn < 20; turn += 1) expect((await askDoor(door.port)).status).toBe(200);
    // No faster than it is taken: what lies between is what sockets hold.
    expect(sent).toBeLessThan(50_000_000);
    endless.destroy();
    lazy.destroy();
  });
});
