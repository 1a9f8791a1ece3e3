import type { IncomingMessage } from "node:http";

const longestMs = 1_000;
const mostBytes = 4 * 1024 * 1024;

/**
 * Answered before the body was read to its end: what still comes is thrown away for a moment, so that whoever
 * is sending it gets to read the answer; then the connection ends. Closing at once would reset it under them.
 */
export function linger(req: IncomingMessage): void {
  if (req.complete || req.destroyed) return;
  const { socket } = req;
  const end = () => socket.destroy();
  const timer = setTimeout(end, longestMs);
  let left = mostBytes;
  req.removeAllListeners("data");
  req.on("data", (chunk: Buffer) => {
    left -= chunk.length;
    if (left < 0) end();
  });
  req.once("close", () => clearTimeout(timer));
  req.once("end", () => clearTimeout(timer));
  req.resume();
}
