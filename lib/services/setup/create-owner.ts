import { randomUUID } from "node:crypto";
import { AppError } from "@/lib/errors";
import { addEvent } from "@/lib/store/events";
import { hasEmail, insertPerson, normalEmail } from "@/lib/store/people/rows";
import type { Tx } from "@/lib/store/pool";

export type NewOwner = {
  email: string;
  passwordHash: string;
  name: string | null;
  timeZone: string | null;
};

/** Under the installation lock, or two could take one address. */
export async function createOwner(
  tx: Tx,
  owner: NewOwner,
  { workspaceId, now, by }: { workspaceId: string; now: Date; by: "setup_link" | "environment" },
): Promise<string> {
  if (await hasEmail(tx, owner.email)) throw new AppError("CONFLICT", { reason: "email_taken" });
  const personId = randomUUID();
  const person = { ...owner, id: personId, email: normalEmail(owner.email), createdAt: now };
  await insertPerson(tx, person, { workspaceId, role: "owner" });
  await addEvent(tx, {
    workspaceId,
    at: now,
    kind: "owner_created",
    actor: by === "setup_link" ? { kind: "person", id: personId } : { kind: "system", id: "start" },
    subject: { kind: "person", id: personId },
    data: { by },
    text: { email: person.email, name: owner.name },
  });
  return personId;
}
