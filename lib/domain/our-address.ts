const loopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;
const privateV4 =
  /^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./;
const privateNames = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|test|invalid|home\.arpa)$/;

/**
 * The address under which an origin can reach this inbox, null when it cannot: the sandbox beside us over this
 * machine, everybody else only over a public https address.
 */
export function ourAddressFor(
  origin: string,
  { appUrl, port }: { appUrl: string; port: number },
): string | null {
  const ours = new URL(appUrl);
  if (loopback.test(new URL(origin).hostname)) {
    if (loopback.test(ours.hostname)) return ours.port === "0" ? null : ours.origin;
    return port === 0 ? null : `http://127.0.0.1:${port}`;
  }
  return ours.protocol === "https:" && isPublic(ours.hostname) ? ours.origin : null;
}

function isPublic(hostname: string): boolean {
  // Of IPv6 only 2000::/3 is anybody's.
  if (hostname.startsWith("[")) return /^\[[23][0-9a-f]{0,3}:/.test(hostname);
  if (/^\d+\.\d+\.\d+\.\d+$/.test(hostname)) return !privateV4.test(hostname);
  const name = hostname.replace(/\.$/, "");
  return name.includes(".") && !privateNames.test(name);
}
