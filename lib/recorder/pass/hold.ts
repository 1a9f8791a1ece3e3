import type { Readable } from "node:stream";

/** `isWhole`: it ended within the limit; otherwise the rest is still to be read. Null: it broke off. */
export type Held = { bytes: Buffer; isWhole: boolean };

/** Takes in a body up to a limit; what goes beyond stays where it is, paused. */
export function hold(body: Readable & { complete: boolean }, limit: number): Promise<Held | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (isWhole: boolean | null) => {
      body.off("data", take).off("end", end).off("close", breakOff);
      resolve(isWhole === null ? null : { bytes: Buffer.concat(chunks), isWhole });
    };
    const take = (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.length;
      if (size <= limit) return;
      body.pause();
      settle(false);
    };
    const end = () => settle(true);
    const breakOff = () => settle(body.complete ? true : null);
    body.on("data", take).on("end", end).on("close", breakOff);
    if (body.destroyed) breakOff();
  });
}
