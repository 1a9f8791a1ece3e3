import { isIP } from "node:net";

/**
 * Whose address a throttle counts. Each proxy appends the address it saw, so with n proxies of ours the
 * n-th entry from the right is the first that a stranger could not have written.
 */
export function clientAddress(given: {
  socket: string | undefined;
  forwardedFor: string | undefined;
  proxies: number;
}): string {
  const socket = plain(given.socket ?? "");
  if (given.proxies === 0 || !given.forwardedFor) return socket;
  const hops = given.forwardedFor.split(",").map((entry) => plain(entry.trim()));
  const address = hops[Math.max(0, hops.length - given.proxies)] ?? "";
  return isIP(address) ? address : socket;
}

function plain(address: string): string {
  const bare = address.replace(/^\[([^\]]+)\](?::\d+)?$/, "$1").replace(/^::ffff:(?=\d+\.)/i, "");
  return /^\d+\.\d+\.\d+\.\d+:\d+$/.test(bare) ? bare.slice(0, bare.lastIndexOf(":")) : bare;
}
