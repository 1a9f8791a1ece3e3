import { findSession } from "@/lib/auth/find-session";
import { AppError } from "@/lib/errors";
import { openEventStream } from "@/lib/server/events/event-stream";
import type { Reader, Since } from "@/lib/server/events/hub";
import { hubOfWeb } from "@/lib/server/events/hub-of-web";
import type { Exchange, Handler } from "@/lib/server/exchange";
import { positionOf } from "@/lib/services/changes/event-id";

/** What changed in one's workspace, while one may know it. */
export const answerEvents: Handler = async (exchange) => {
  const { req, res } = exchange;
  const signedIn = await findSession(req.headers.cookie ?? null);
  if (signedIn?.ctx.actor.kind !== "person") throw new AppError("UNAUTHORIZED");
  const { workspaceId, actor } = signedIn.ctx;
  const since = sinceOf(exchange, workspaceId);
  if (req.method === "HEAD") return openEventStream(res).end();
  // Whoever left while the database was asked is seen off before they are seated.
  if (res.destroyed) return;
  const { sessionId, personId } = actor;
  const reader: Reader = {
    ...{ sessionId, personId, workspaceId },
    tell: (told, eventId) => stream.tell(told, eventId),
    beat: (eventId) => stream.beat(eventId),
    end: () => stream.end(),
  };
  const hub = hubOfWeb();
  const outcome = hub.join(reader, since);
  if (outcome === "away") throw new AppError("UNAVAILABLE", { reason: "database" });
  if (outcome === "too_many") {
    throw new AppError("RATE_LIMITED", { reason: "too_many_streams", details: { retryAfterSeconds: 60 } });
  }
  const stream = openEventStream(res);
  res.once("close", () => hub.leave(reader));
};

function sinceOf({ req, search }: Exchange, workspaceId: string): Since {
  const [parameter] = new URLSearchParams(search).keys();
  if (parameter !== undefined) {
    throw new AppError("BAD_REQUEST", { reason: "unknown_parameter", details: { field: parameter } });
  }
  const last = req.headers["last-event-id"];
  if (last === undefined || last === "") return "now";
  return (typeof last === "string" ? positionOf(workspaceId, last) : null) ?? "unknown";
}
