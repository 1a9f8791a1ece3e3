import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/** Below those the kernel lends to whoever calls out: no call takes one while its inbox is started again. */
const [lowest, highest] = [12_000, 32_000];
const given = new Set<number>();

/** A port nobody listens on, given to nobody else of this run. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = randomInt(lowest, highest);
    if (given.has(port)) continue;
    given.add(port);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
