import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { LookupFunction } from "node:net";

/** Whatever the machine's own tables say, a name here means this machine. */
const loopbackOnly: LookupFunction = (_name, options, callback) => {
  const addresses = [
    { address: "127.0.0.1", family: 4 },
    { address: "::1", family: 6 },
  ];
  if (options.all) callback(null, addresses);
  else callback(null, "127.0.0.1", 4);
};

/** The status that came back, redirects not followed; 0 if none came in time. */
export function send(
  address: string,
  headers: Record<string, string>,
  body: string,
  signal: AbortSignal,
): Promise<number> {
  const bytes = Buffer.from(body);
  const url = new URL(address);
  const request = url.protocol === "https:" ? requestHttps : requestHttp;
  return new Promise((resolve) => {
    const outgoing = request(
      url,
      {
        method: "POST",
        headers: { ...headers, "content-length": bytes.length },
        agent: false,
        lookup: loopbackOnly,
        signal,
      },
      (answer) => {
        answer.on("error", () => undefined).resume();
        resolve(answer.statusCode ?? 0);
      },
    );
    outgoing.on("error", () => resolve(0));
    outgoing.end(bytes);
  });
}
