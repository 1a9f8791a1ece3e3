import type { Preferences } from "@/lib/domain/preferences";
import { AppError } from "@/lib/errors";
import type { Ctx } from "@/lib/services/context";
import { requirePerson } from "@/lib/services/require-person";
import { addEvent } from "@/lib/store/events";
import { holdPreferences, savePreferences } from "@/lib/store/people/preferences";

/** One's own. What is not named stays; what stays as it was is no event. The answer is all of them as they stand now. */
export async function setPreferences({
  ctx,
  input,
}: {
  ctx: Ctx;
  input: { [K in keyof Preferences]?: Preferences[K] | undefined };
}): Promise<Preferences> {
  const { personId } = requirePerson(ctx, "manage_own_preferences");
  return ctx.db.transaction(async (tx) => {
    const before = await holdPreferences(tx, personId);
    if (!before) throw new AppError("NOT_FOUND");
    const changed: Partial<Preferences> = Object.fromEntries(
      Object.entries(input).filter(
        // The names of the input are those of the preferences.
        ([name, value]) => value !== undefined && value !== before[name as keyof Preferences],
      ),
    );
    if (Object.keys(changed).length === 0) return before;
    await savePreferences(tx, personId, changed);
    await addEvent(tx, {
      workspaceId: ctx.workspaceId,
      at: ctx.now,
      kind: "preferences_changed",
      actor: { kind: "person", id: personId },
      subject: { kind: "person", id: personId },
      data: changed,
    });
    return { ...before, ...changed };
  });
}
