import { Agent, type IncomingMessage, request } from "node:http";
import { createGunzip } from "node:zlib";

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** How long a page takes, as a browser asks for it, until so many of its rows are here whole; 0 for all of it. */
export async function firstRows(address: string, cookie: string, rows: number): Promise<number> {
  const began = performance.now();
  const answer = await ask(address, { cookie, "accept-encoding": "gzip" });
  const isPacked = answer.headers["content-encoding"] === "gzip";
  const body = isPacked ? answer.pipe(createGunzip()) : answer;
  let [text, here] = ["", Number.NaN];
  for await (const chunk of body) {
    text += chunk;
    if (rows > 0 && Number.isNaN(here) && wholeRows(text) >= rows) here = performance.now() - began;
  }
  if (answer.statusCode !== 200) throw new Error(`${address}: ${answer.statusCode} ${text.slice(0, 400)}`);
  const all = performance.now() - began;
  if (rows === 0) return all;
  if (Number.isNaN(here)) throw new Error(`${address}: the page as it is sent has fewer than ${rows} rows`);
  return here;
}

/** Of the page itself; in the script beside it each quotation mark is escaped. */
function wholeRows(text: string): number {
  const last = text.lastIndexOf("</li>");
  return last < 0 ? 0 : (text.slice(0, last).match(/ data-row="/g) ?? []).length;
}

function ask(address: string, headers: Record<string, string>): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(address, { agent, headers }, resolve).once("error", reject).end();
  });
}
