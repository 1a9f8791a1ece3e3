import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/services/context";
import { checkPassword } from "@/lib/services/people/check-password";
import { hashPassword, isPassword } from "@/lib/services/people/password";
import { attemptOf, beginAttempt, forgiveAttempt } from "@/lib/services/people/throttle";
import { requirePerson } from "@/lib/services/require-person";
import { addEvent } from "@/lib/store/events";
import { findPerson, replacePassword } from "@/lib/store/people/password";
import { endSessionsOf } from "@/lib/store/people/sessions";

export type ChangePasswordInput = { present: string; password: string; address: string };

/**
 * Needs the present one, counted like a sign-in: an open page left alone must not be worth more guesses than
 * the door is. Every other session ends, since whoever knew the old one may be in one.
 */
export async function changePassword({
  ctx,
  input: { present, password, address },
}: {
  ctx: Ctx;
  input: ChangePasswordInput;
}): Promise<{ ended: number }> {
  const { personId, sessionId } = requirePerson(ctx, "manage_own_sign_in");
  const person = await findPerson(ctx.db, personId);
  if (!person) throw new AppError("NOT_FOUND");
  checkPassword(password, person.email);
  const attempt = attemptOf(address, person.email);
  const { tooMany } = await beginAttempt(ctx.db, attempt, ctx.now);
  if (!(await isPassword(person.passwordHash, present))) {
    if (tooMany) throw tooMany;
    throw new AppError("FORBIDDEN", { reason: "present_password", details: { field: "present" } });
  }
  await forgiveAttempt(ctx.db, attempt, ctx.now);
  const passwordHash = await hashPassword(password);
  return ctx.db.transaction(async (tx) => {
    // Two at once with the same old one: the second is too late.
    if (!(await replacePassword(tx, personId, { from: person.passwordHash, to: passwordHash }))) {
      throw new AppError("FORBIDDEN", { reason: "present_password", details: { field: "present" } });
    }
    const ended = await endSessionsOf(tx, personId, ctx.now, { except: sessionId });
    await addEvent(tx, {
      workspaceId: ctx.workspaceId,
      at: ctx.now,
      kind: "password_changed",
      actor: { kind: "person", id: personId },
      subject: { kind: "person", id: personId },
      data: { sessions: ended },
    });
    return { ended };
  });
}
