import { describe, expect, it, vi } from "vitest";
import { streamOf } from "./stream-of";

function counted(count: number, failAt = Number.POSITIVE_INFINITY) {
  const seen = { made: 0, ended: false };
  async function* pieces() {
    try {
      for (let n = 0; n < count; n += 1) {
        if (n === failAt) throw new Error("broke off");
        seen.made += 1;
        yield `${n};`;
      }
    } finally {
      seen.ended = true;
    }
  }
  return { seen, pieces: pieces() };
}

/** Whatever would be made ahead has been made by then. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe("streamOf", () => {
  it("gives every piece, and an end", async () => {
    expect(await new Response(await streamOf(counted(4).pieces)).text()).toBe("0;1;2;3;");
    expect(await new Response(await streamOf(counted(0).pieces)).text()).toBe("");
  });

  it("makes no more than was asked for", async () => {
    const { seen, pieces } = counted(1000);
    const reader = (await streamOf(pieces)).getReader();
    await turn();
    expect(seen.made).toBe(1);
    await reader.read();
    await reader.read();
    await turn();
    expect(seen.made).toBe(2);
    await reader.cancel();
    expect(seen).toEqual({ made: 2, ended: true });
  });

  it("stops the making when it is thrown away unread", async () => {
    const { seen, pieces } = counted(1000);
    await (await streamOf(pieces)).cancel();
    expect(seen).toEqual({ made: 1, ended: true });
  });

  it("fails before it begins, and breaks where the making breaks", async () => {
    await expect(streamOf(counted(3, 0).pieces)).rejects.toThrow("broke off");
    await expect(new Response(await streamOf(counted(3, 2).pieces)).text()).rejects.toThrow("broke off");
  });

  it("breaks off and stops the making when nobody reads on", async () => {
    vi.useFakeTimers();
    try {
      const { seen, pieces } = counted(1000);
      const reader = (await streamOf(pieces)).getReader();
      await reader.read();
      await vi.advanceTimersByTimeAsync(19_000);
      expect(seen.ended).toBe(false);
      await reader.read();
      await vi.advanceTimersByTimeAsync(19_000);
      expect(seen.ended).toBe(false);
      await vi.advanceTimersByTimeAsync(2_000);
      expect(seen).toEqual({ made: 2, ended: true });
      await expect(reader.read()).rejects.toThrow("nobody read on");
    } finally {
      vi.useRealTimers();
    }
  });

  it("gives up on a reader who never began", async () => {
    vi.useFakeTimers();
    try {
      const { seen, pieces } = counted(1000);
      await streamOf(pieces);
      await vi.advanceTimersByTimeAsync(21_000);
      expect(seen.ended).toBe(true);
    } finally {
      vi.useRealTimers();
    }
  });
});
