import type { Context } from "hono";
import { Refusal } from "../refusal";

const LOOPBACK_HOSTS = ["localhost", "127.0.0.1", "[::1]"];
const LOOPBACK_PEERS = /^(::1|127\.|::ffff:127\.)/;

/** For scripts on this machine only. A page in a browser always names its origin when it posts. */
export function guardDoor(c: Context): void {
  const host = (c.req.header("host") ?? new URL(c.req.url).host).replace(/:\d+$/, "");
  if (!LOOPBACK_HOSTS.includes(host.toLowerCase())) throw closed("by a loopback name only");
  const peer = (c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined)?.incoming?.socket
    ?.remoteAddress;
  if (peer !== undefined && !LOOPBACK_PEERS.test(peer)) throw closed("from this machine only");
  if (c.req.header("origin") !== undefined) throw closed("without an Origin header only");
  const type = (c.req.header("content-type") ?? "").split(";")[0]?.trim().toLowerCase();
  if (c.req.method === "POST" && type !== "application/json") {
    throw new Refusal("BAD_REQUEST", "The control door takes JSON only.", { field: "content-type" });
  }
}

function closed(how: string): Refusal {
  return new Refusal("FORBIDDEN", `The control door can be used ${how}.`);
}
