import { isAppError } from "@/lib/errors";
import { faultOfDisk, type Surroundings } from "@/lib/host/explain-disk";
import { faultOf, type StartFault } from "@/lib/host/fault-of";
import { StartError } from "@/lib/host/start-error";
import { log } from "@/lib/log";
import type { StartKey } from "@/lib/messages/console";
import { consoleWords } from "@/lib/messages/console";
import { MigrationError } from "@/lib/store/migrate";

function isKnown(reason: unknown): reason is StartKey {
  return typeof reason === "string" && reason in consoleWords.start.faults;
}

/** A sentence for whatever kept us from starting. What nobody foresaw is logged in full, redacted. */
export function explain(error: unknown, surroundings: Surroundings): StartFault[] {
  const disk = faultOfDisk(error, surroundings);
  if (disk) return [disk];
  if (error instanceof StartError || error instanceof MigrationError)
    return [faultOf(error.key, error.values)];
  if (isAppError(error)) {
    const reasons = Array.isArray(error.details.reasons) ? error.details.reasons : [error.reason];
    const known = reasons.filter(isKnown);
    if (known.length > 0) return known.map((reason) => faultOf(reason));
    if (error.details.field === "password") return [faultOf("owner_password_weak")];
  }
  log.error({ error }, "the inbox could not start");
  const reason = isAppError(error) ? (error.reason ?? error.code) : nameOf(error);
  return [faultOf("unforeseen", { reason })];
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : "no error object";
}

/** What scripts/start.mjs prints as its one block. */
export class Faults extends Error {
  readonly faults: StartFault[];

  constructor(faults: StartFault[]) {
    super("faults");
    this.name = "Faults";
    this.faults = faults;
  }
}
