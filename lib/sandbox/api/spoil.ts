import type { ServerResponse } from "node:http";
import type { Context } from "hono";
import type { Fault } from "../door/fault-list";
import { rewriteBody } from "../door/rewrite";
import { codeFor, Refusal } from "../refusal";
import { envelope } from "./answer";
import { hugeBody } from "./huge-body";

const JSON_TYPE = { "content-type": "application/json" };

/** Long pauses let go when the process is told to stop. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

/** The answer a fault puts in the place of the real one; none for a mere delay. */
export async function spoiltAnswer(c: Context, fault: Fault): Promise<Response | undefined> {
  const real = fault.when === "after" ? c.res : undefined;
  switch (fault.kind) {
    case "delay":
      return undefined;
    case "status":
      return failure(fault.status ?? 500, fault);
    case "garbage":
      return new Response('{"approval": {"id": ', { status: fault.status ?? 200, headers: JSON_TYPE });
    case "html":
      return new Response("<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1>", {
        status: fault.status ?? 502,
        headers: { "content-type": "text/html; charset=utf-8", ...retryAfter(fault) },
      });
    case "redirect":
      return new Response(null, {
        status: fault.status ?? 302,
        headers: { location: fault.location ?? otherName(c.req.url) },
      });
    case "huge":
      return new Response(hugeBody((await real?.text()) ?? "{}"), {
        status: fault.status ?? real?.status ?? 200,
        headers: JSON_TYPE,
      });
    case "rewrite":
      return rewritten((await real?.text()) ?? "{}", fault, real?.status ?? 200);
    case "truncate":
      return cutOff(c, (await real?.text()) ?? "{}", fault.status ?? real?.status ?? 200);
    case "drop":
      socketOf(c)?.destroy();
      return alreadySent();
  }
}

function failure(status: number, fault: Fault): Response {
  const body = envelope(new Refusal(codeFor(status), "The service cannot answer now."));
  return new Response(JSON.stringify(body), { status, headers: { ...JSON_TYPE, ...retryAfter(fault) } });
}

function retryAfter({ retryAfter: seconds }: Fault): Record<string, string> {
  return seconds === undefined ? {} : { "retry-after": String(seconds) };
}

/** The same place under this machine's other name: another origin, and whoever follows shows up in the calls. */
function otherName(address: string): string {
  const url = new URL(address);
  url.hostname = url.hostname === "127.0.0.1" ? "localhost" : "127.0.0.1";
  return url.href;
}

function rewritten(text: string, fault: Fault, status: number): Response {
  const body = rewriteBody(JSON.parse(text), fault.rewrite);
  return new Response(JSON.stringify(body), { status: fault.status ?? status, headers: JSON_TYPE });
}

/** Promises the whole answer, sends half and hangs up. */
function cutOff(c: Context, text: string, status: number): Response {
  const bytes = Buffer.from(text);
  const half = bytes.subarray(0, Math.ceil(bytes.length / 2));
  const { outgoing } = (c.env ?? {}) as { outgoing?: ServerResponse };
  if (!outgoing) return new Response(half, { status, headers: JSON_TYPE });
  outgoing.writeHead(status, { ...JSON_TYPE, "content-length": bytes.length });
  outgoing.write(half, () => outgoing.destroy());
  return alreadySent();
}

function socketOf(c: Context): { destroy(): void } | undefined {
  return (c.env as { incoming?: { socket?: { destroy(): void } } } | undefined)?.incoming?.socket;
}

/** Tells the server adapter that there is nothing left to write. */
function alreadySent(): Response {
  return new Response(null, { status: 500, headers: { "x-hono-already-sent": "true" } });
}
