import { isAppError } from "@/lib/errors";
import { StartError } from "@/lib/host/start-error";
import { log } from "@/lib/log";
import { messagesFor } from "@/lib/messages";
import type { StartKey } from "@/lib/messages/en/start";
import { MigrationError } from "@/lib/store/migrate";

export type StartFault = { name: string; problem: string };

const words = messagesFor("en").start;

export function faultOf(key: StartKey, values: Record<string, string> = {}): StartFault {
  const { name, problem } = words.faults[key];
  return { name, problem: problem(values) };
}

function isKnown(reason: string | null): reason is StartKey {
  return reason !== null && reason in words.faults;
}

/** A sentence for whatever kept us from starting. What nobody foresaw is logged in full, redacted. */
export function explain(error: unknown): StartFault {
  if (error instanceof StartError || error instanceof MigrationError) return faultOf(error.key, error.values);
  if (isAppError(error) && isKnown(error.reason)) return faultOf(error.reason);
  if (isAppError(error) && error.details.field === "password") return faultOf("owner_password_weak");
  log.error({ error }, "the inbox could not start");
  const reason = isAppError(error) ? (error.reason ?? error.code) : nameOf(error);
  return faultOf("unforeseen", { reason });
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
