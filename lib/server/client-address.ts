import { isIP } from "node:net";

/**
 * Whose address a throttle counts. Each proxy appends the address it saw, so with n proxies of ours the
 * n-th entry from the right is the first that a stranger could not have written. Where there are fewer, the
 * request did not come the way we were told, and any of them may be a stranger's.
 */
export function clientAddress(given: {
  socket: string | undefined;
  forwardedFor: string | undefined;
  proxies: number;
}): string {
  const socket = plain(given.socket ?? "");
  if (given.proxies === 0 || !given.forwardedFor) return socket;
  const hops = given.forwardedFor.split(",").map((entry) => plain(entry.trim()));
  const address = hops[hops.length - given.proxies] ?? "";
  return isIP(address) ? address : socket;
}

function plain(address: string): string {
  if (!address.includes(":")) return address;
  const bare = address.replace(/^\[([^\]]+)\](?::\d+)?$/, "$1").replace(/^::ffff:(?=\d+\.)/i, "");
  return /^\d+\.\d+\.\d+\.\d+:\d+$/.test(bare) ? bare.slice(0, bare.lastIndexOf(":")) : bare;
}
