import { findSession } from "@/lib/auth/find-session";
import { AppError } from "@/lib/errors";
import type { Handler } from "@/lib/server/exchange";
import type { Access } from "@/lib/server/route-access";

/** A call of the contract that comes later; who may not ask it is told so first. */
export function notYet(access: Access): Handler {
  return async ({ req }) => {
    if (access === "session" && !(await findSession(req.headers.cookie ?? null))) {
      throw new AppError("UNAUTHORIZED");
    }
    throw new AppError("NOT_FOUND", { reason: "not_yet" });
  };
}
