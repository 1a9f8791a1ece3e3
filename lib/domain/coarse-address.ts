/** Enough to tell home from a stranger's country, too little to find a house. */
export function coarseAddress(address: string | null): string | null {
  const plain = (address ?? "").replace(/^::ffff:(?=\d+\.)/i, "").replace(/%.*$/, "");
  if (plain === "::1" || plain.startsWith("127.")) return "loopback";
  const v4 = /^(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/.exec(plain);
  if (v4) return `${v4[1]}.${v4[2]}.x.x`;
  const v6 = /^([0-9a-f]{1,4}):([0-9a-f]{1,4}):[0-9a-f:]*$/i.exec(plain);
  return v6 ? `${v6[1]}:${v6[2]}:x`.toLowerCase() : null;
}
