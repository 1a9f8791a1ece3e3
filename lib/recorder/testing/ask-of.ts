import { randomUUID } from "node:crypto";
import type { Action } from "@/lib/domain/actions";
import type { Ask } from "@/lib/recorder/keeper";

type Made = { workspaceId: string; connectionId: string };

/** A request of an agent as the wire hands it over; a hire on 450 dollars, unless said otherwise. */
export function askOf(made: Made, origin: string, overrides: Partial<Ask> & { amount?: unknown } = {}): Ask {
  const { amount = 450, ...rest } = overrides;
  const action: Action = overrides.action ?? "hire";
  const milestone = { name: "Pilot", description: "600 receipts", amount, dueDate: "2026-12-05" };
  return {
    place: { workspaceId: made.workspaceId, connectionId: made.connectionId, origin },
    action,
    subjectId: `prop_${randomUUID()}`,
    body: action === "hire" ? Buffer.from(JSON.stringify({ milestone })) : null,
    agent: { name: "Hiring agent", reason: "The best of three." },
    at: new Date(),
    ...rest,
  };
}
