import { randomBytes, randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { AppError } from "@/lib/errors";
import { bodyLimitBytes, tooLarge } from "@/lib/http/read-body";
import { log } from "@/lib/log";
import { shieldHeaders } from "@/lib/recorder/headers/shield";
import { checkHead, hasOneHost } from "@/lib/server/check-head";
import { isOurHost } from "@/lib/server/check-host";
import { clientAddress } from "@/lib/server/client-address";
import type { Exchange, Handler } from "@/lib/server/exchange";
import { isForAgents } from "@/lib/server/for-agents";
import { limitBody } from "@/lib/server/limit-body";
import { linger } from "@/lib/server/linger";
import { isPlainPath, readRequestLine } from "@/lib/server/request-line";
import { securityHeaders } from "@/lib/server/security-headers";
import { sendFailure } from "@/lib/server/send";

export type Facts = {
  appUrl: string;
  port: () => number;
  proxies: number;
  development: boolean;
  /** Somebody with an agent's credential asked for what is not here. */
  lostAgent?: () => void;
};

/** Everything that is decided about a request before anything of it is believed. */
export function receiver(facts: Facts, dispatch: Handler): RequestListener {
  return (req, res) => {
    const exchange = begin(req, res, facts);
    const startedAt = performance.now();
    res.once("finish", () => linger(req));
    res.once("close", () => {
      logAccess(exchange, Math.round(performance.now() - startedAt));
      if (isLostAgent(exchange)) facts.lostAgent?.();
    });
    admit(exchange, facts, dispatch).catch((error: unknown) => {
      // What passes is dressed by the recorder itself; what is refused there is ours.
      if (isForAgents(exchange.path) && !res.headersSent) {
        dress(res, exchange.requestId, Object.fromEntries(shieldHeaders(facts.appUrl)));
      }
      sendFailure(exchange, error);
    });
  };
}

function dress(res: ServerResponse, requestId: string, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) res.setHeader(name, value);
  res.setHeader("X-Request-Id", requestId);
}

function isHttps({ appUrl }: Facts): boolean {
  return appUrl.startsWith("https:");
}

function begin(req: IncomingMessage, res: ServerResponse, facts: Facts): Exchange {
  const requestId = randomUUID();
  const line = readRequestLine(req.method, req.url);
  const path = line?.path ?? "";
  // Nothing an agent is answered runs in a browser, so nothing of it is let through.
  const nonce = isForAgents(path) ? "" : randomBytes(16).toString("base64url");
  if (!isForAgents(path)) {
    limitBody(req);
    dress(res, requestId, securityHeaders({ nonce, development: facts.development, https: isHttps(facts) }));
  }
  return {
    req,
    res,
    requestId,
    nonce,
    address: clientAddress({
      socket: req.socket.remoteAddress,
      forwardedFor: headerOf(req, "x-forwarded-for"),
      proxies: facts.proxies,
    }),
    route: null,
    path,
    search: line?.search ?? "",
    params: {},
  };
}

async function admit(exchange: Exchange, facts: Facts, dispatch: Handler): Promise<void> {
  const { req, path } = exchange;
  const isStreamed = isForAgents(path);
  checkHead(req);
  if (path === "") throw new AppError("BAD_REQUEST", { reason: "request_line" });
  // The recorder takes odd paths as well, as long as they stay where they are.
  if (!isStreamed && !isPlainPath(path)) throw new AppError("NOT_FOUND");
  if (!hasOneHost(req) || !isOurHost(req.headers.host, { appUrl: facts.appUrl, port: facts.port() })) {
    throw new AppError("BAD_REQUEST", { reason: "host" });
  }
  // The recorder streams bodies of any size; everything else of ours is small.
  if (!isStreamed && Number(req.headers["content-length"] ?? "0") > bodyLimitBytes)
    throw tooLarge(bodyLimitBytes);
  await dispatch(exchange);
}

const agentCredential = /^Bearer +(?:ot_pat_|cs_capture_)/i;
const agentPaths = /^\/api\/(?:capture$|public\/v1\/|agent\/)/;

/** Whoever sends such a credential anywhere else was given a wrong address. */
function isLostAgent({ req, res, path }: Exchange): boolean {
  return (
    res.statusCode >= 300 && !agentPaths.test(path) && agentCredential.test(req.headers.authorization ?? "")
  );
}

function headerOf(req: IncomingMessage, name: string): string | undefined {
  const value = req.headers[name];
  return Array.isArray(value) ? value.join(",") : value;
}

/**
 * The path alone, since queries hold what a person searched for; and of a call that was refused, or is an
 * agent's, only the route, since nobody knows what the rest of it is.
 */
function logAccess({ req, res, requestId, route, path, address }: Exchange, ms: number): void {
  const isRead = req.method === "GET" || req.method === "HEAD";
  // An agent asks all day; what it read well is OpenTrain's to note.
  const isPlain = path.startsWith("/_next/static/") || (isRead && isForAgents(path) && res.statusCode < 400);
  const isTheirs = res.statusCode >= 400 || isForAgents(path);
  const level = isPlain && res.writableFinished ? "debug" : "info";
  const fields = {
    requestId,
    method: path === "" ? null : req.method,
    path: isTheirs ? (route ?? "unknown") : path.slice(0, 300),
    status: res.statusCode,
    ms,
    address,
  };
  log[level](fields, res.writableFinished ? "request" : "request cut short");
}
