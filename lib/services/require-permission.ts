import { can, type Permission } from "@/lib/domain/rights";
import { AppError } from "@/lib/errors";
import type { Actor, Ctx } from "@/lib/services/context";

/** The first line of every verb. A capture key may add requests and nothing else. */
export function requirePermission(ctx: Ctx, permission: Permission): void {
  if (!isAllowed(ctx.actor, permission)) {
    throw new AppError("FORBIDDEN", { reason: "not_permitted", details: { permission } });
  }
}

function isAllowed(actor: Actor, permission: Permission): boolean {
  switch (actor.kind) {
    case "person":
      return can(actor.role, permission);
    case "capture_key":
      return permission === "add_requests";
    case "system":
      return true;
  }
}
