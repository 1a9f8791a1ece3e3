import * as http from "node:http";
import * as https from "node:https";
import { limits } from "@/lib/recorder/limits";

export type Outgoing = { method: string; target: string; headers: string[]; isRead: boolean };

/** One origin, and the connections to it. */
export type Upstream = {
  origin: string;
  host: string;
  /** What a socket says once something can be written to the other side. */
  connectedBy: "connect" | "secureConnect";
  send: (call: Outgoing) => http.ClientRequest;
  close: () => void;
};

/** Nothing is followed, decoded or added on the way: what is given is what is sent. */
export function connectTo(origin: string): Upstream {
  const { protocol, hostname, port, host } = new URL(origin);
  const { Agent, request } = protocol === "https:" ? https : http;
  const timeout = limits.idleMs;
  const kept = new Agent({ keepAlive: true, maxFreeSockets: 64, scheduling: "lifo", timeout });
  // A connection that was left open may just have been closed by the other side, and then nobody could say
  // whether what was written to it arrived. So a write has one of its own.
  const own = new Agent({ keepAlive: false, timeout });
  const name = hostname.replace(/^\[|\]$/g, "");
  const number = port || (protocol === "https:" ? 443 : 80);
  return {
    origin,
    host,
    connectedBy: protocol === "https:" ? "secureConnect" : "connect",
    send: ({ method, target, headers, isRead }) =>
      request({
        protocol,
        hostname: name,
        port: number,
        maxHeaderSize: limits.answerHeadBytes,
        timeout,
        method,
        path: target,
        headers,
        agent: isRead ? kept : own,
      }),
    close: () => {
      kept.destroy();
      own.destroy();
    },
  };
}
