import { capture } from "@/lib/http/capture";
import { exportList } from "@/lib/http/export-list";
import { listApprovals } from "@/lib/http/list-approvals";
import { takeCspReport } from "@/lib/server/csp-report";
import { answerEvents } from "@/lib/server/events/answer-events";
import type { Handler } from "@/lib/server/exchange";
import { answerHealth } from "@/lib/server/health";
import { compilePath, type PathPattern } from "@/lib/server/match-path";
import { notYet } from "@/lib/server/not-yet";
import { type Access, type ApiRow, apiRows, type Method } from "@/lib/server/route-access";
import { webHandler } from "@/lib/server/web-handler";
import { takeWebhook } from "@/lib/server/webhook";

type OwnPath = Extract<(typeof apiRows)[number], { served: "here" }>["path"];

/** The door for agents, which lives as long as the process. */
export type AgentDoor = { takeCall: Handler; takeRegistration: Handler };

/** A row served here without a handler does not compile. */
const own = (door: AgentDoor): Record<OwnPath, Handler> => ({
  "/api/health": answerHealth,
  "/api/csp-report": takeCspReport,
  "/api/capture": webHandler(capture),
  "/api/approvals": webHandler(listApprovals),
  "/api/events": answerEvents,
  "/api/export": webHandler(exportList, { streams: true }),
  "/api/webhooks/opentrain": takeWebhook,
  "/api/webhooks/opentrain/[hookId]": takeWebhook,
  "/api/public/v1/**": door.takeCall,
  "/api/agent/**": door.takeRegistration,
});

export type Route = {
  methods: readonly Method[] | "*";
  path: string;
  access: Access;
  handler: Handler;
  match: PathPattern;
};

/** The table the server dispatches by; the first row that fits answers. */
export function buildRoutes(next: Handler, door: AgentDoor): Route[] {
  const here = own(door);
  return apiRows.map((row: ApiRow) => ({
    methods: row.methods,
    path: row.path,
    access: row.access,
    match: compilePath(row.path),
    handler: handlerOf(row, next, here),
  }));
}

function handlerOf(row: ApiRow, next: Handler, here: Record<string, Handler>): Handler {
  if (row.served === "next") return next;
  if (row.served === "later") return notYet(row.access);
  const handler = here[row.path];
  if (!handler) throw new Error(`no handler for ${row.path}`);
  return handler;
}
