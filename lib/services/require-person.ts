import type { Permission } from "@/lib/domain/rights";
import { AppError } from "@/lib/errors";
import type { Actor, Ctx } from "@/lib/services/context";
import { requirePermission } from "@/lib/services/require-permission";

/** For what only a person can do: neither a key nor a command has a password or a session. */
export function requirePerson(ctx: Ctx, permission: Permission): Extract<Actor, { kind: "person" }> {
  requirePermission(ctx, permission);
  if (ctx.actor.kind === "person") return ctx.actor;
  throw new AppError("FORBIDDEN", { reason: "not_permitted", details: { permission } });
}
