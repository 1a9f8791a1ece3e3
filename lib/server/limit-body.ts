import type { IncomingMessage } from "node:http";
import { refuseUnparsed } from "@/lib/server/refuse-unparsed";

const longestMs = 30_000;

/** What people and scripts send us is small and here at once; only agents' bodies, which pass, may take their time. */
export function limitBody(req: IncomingMessage): void {
  if (req.complete || !announcesBody(req)) return;
  const late = Object.assign(new Error("the body did not arrive in time"), {
    code: "ERR_HTTP_REQUEST_TIMEOUT",
  });
  const timer = setTimeout(() => refuseUnparsed(late, req.socket), longestMs);
  for (const over of ["end", "close"]) req.once(over, () => clearTimeout(timer));
}

function announcesBody({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}
