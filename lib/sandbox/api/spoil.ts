import type { Context } from "hono";
import type { Fault } from "../door/fault-list";
import { codeFor, Refusal } from "../refusal";
import { envelope } from "./answer";

/** Long pauses let go when the process is told to stop. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}

/** The answer a fault puts in the place of the real one; none for a mere delay. */
export function spoiltAnswer(c: Context, fault: Fault): Response | undefined {
  switch (fault.kind) {
    case "delay":
      return undefined;
    case "status":
      return failure(fault);
    case "garbage":
      return new Response('{"approval": {"id": ', { headers: { "content-type": "application/json" } });
    case "html":
      return new Response("<!doctype html><title>Bad gateway</title><h1>Bad gateway</h1>", {
        status: fault.status,
        headers: { "content-type": "text/html; charset=utf-8" },
      });
    case "drop":
      return hangUp(c);
  }
}

function failure(fault: Fault): Response {
  const code = codeFor(fault.status);
  const headers = new Headers({ "content-type": "application/json" });
  if (fault.retryAfter !== undefined) headers.set("retry-after", String(fault.retryAfter));
  const body = envelope(new Refusal(code, "The service cannot answer now."));
  return new Response(JSON.stringify(body), { status: fault.status, headers });
}

function hangUp(c: Context): Response {
  const incoming = (c.env as { incoming?: { socket?: { destroy(): void } } } | undefined)?.incoming;
  incoming?.socket?.destroy();
  // Tells the server adapter that there is nothing left to write.
  return new Response(null, { status: 500, headers: { "x-hono-already-sent": "true" } });
}
