import { createHmac, timingSafeEqual } from "node:crypto";

/** How far a signature's time may lie from now, either way. */
export const SIGNATURE_TOLERANCE_MS = 300_000;

const longestHeader = 1000;
const mostSignatures = 5;
/** So that an address nobody registered takes as long to refuse as one with a wrong signature. */
const nobodys = ["whsec_nobody"];

type Signed = {
  /** `t=<unix seconds>,v1=<hex>` */
  header: string | null;
  /** The bytes as they came. */
  body: Uint8Array;
  /** Any of them: while a secret is being replaced there are two. */
  secrets: readonly string[];
  /** Our clock, and OpenTrain's as far as it is known. */
  nows: readonly Date[];
};

/** Whether somebody who knows a secret signed exactly these bytes a moment ago. */
export function isSigned({ header, body, secrets, nows }: Signed): boolean {
  const said = partsOf(header ?? "");
  const keys = secrets.length > 0 ? secrets : nobodys;
  const isRight = keys
    .map((secret) => {
      const wanted = createHmac("sha256", secret).update(`${said.t}.`).update(body).digest();
      return said.signatures.map((given) => timingSafeEqual(given, wanted)).includes(true);
    })
    .includes(true);
  const at = Number(said.t) * 1000;
  const isRecent = nows.some((now) => Math.abs(now.getTime() - at) <= SIGNATURE_TOLERANCE_MS);
  return isRight && isRecent && secrets.length > 0;
}

function partsOf(header: string): { t: string; signatures: Buffer[] } {
  const parts = header.length > longestHeader ? [] : header.split(",").map(pairOf);
  const times = parts.filter(([name]) => name === "t").map(([, value]) => value);
  const [t] = times;
  const isOne = times.length === 1 && t !== undefined && /^\d{1,12}$/.test(t);
  const signatures = parts
    .filter(([name, value]) => name === "v1" && /^[0-9a-f]{64}$/i.test(value))
    .slice(0, mostSignatures)
    .map(([, value]) => Buffer.from(value, "hex"));
  return isOne ? { t, signatures } : { t: "", signatures: [] };
}

function pairOf(part: string): [string, string] {
  const at = part.indexOf("=");
  return at < 0 ? [part.trim(), ""] : [part.slice(0, at).trim(), part.slice(at + 1).trim()];
}
