import type { Phase } from "@/lib/api/types";
import { OPEN_PHASES, SETTLED_PHASES } from "@/lib/domain/phase";
import { AppError } from "@/lib/errors";

/** What the list can be asked now; what the contract names beside it answers 400 until it comes. */
export type ApprovalsQuery = {
  phases: Phase[] | null;
  types: string[] | null;
  limit: number;
  cursor: string | null;
};

const all: readonly Phase[] = [...OPEN_PHASES, ...SETTLED_PHASES];
const groups: Record<string, readonly Phase[]> = { open: OPEN_PHASES, settled: SETTLED_PHASES, all };
const types = new Set(["proposal_hire", "milestone_fund", "milestone_approve", "contract_end"]);
const taken = new Set(["phase", "type", "limit", "cursor"]);
const later = new Set(["status", "contractId", "jobId", "agent", "q", "from", "to", "min", "max", "sort"]);

export function parseApprovalsQuery(query: URLSearchParams): ApprovalsQuery {
  for (const name of query.keys()) {
    if (later.has(name)) throw refused(name, "not_yet");
    if (!taken.has(name)) throw refused(name, "unknown_parameter");
    if (query.getAll(name).length > 1) throw refused(name, "repeated");
  }
  const phase = query.get("phase");
  const type = query.get("type");
  return {
    phases: phase === null ? null : [...new Set(phase.split(",").flatMap(phasesOf))],
    types: type === null ? null : [...new Set(type.split(",").map(typeOf))],
    limit: limitOf(query.get("limit")),
    cursor: cursorOf(query.get("cursor")),
  };
}

function phasesOf(word: string): readonly Phase[] {
  const group = Object.hasOwn(groups, word) ? groups[word] : undefined;
  const one = all.find((phase) => phase === word);
  if (group) return group;
  if (one) return [one];
  throw refused("phase");
}

function typeOf(word: string): string {
  if (!types.has(word)) throw refused("type");
  return word;
}

function limitOf(given: string | null): number {
  if (given === null) return 50;
  const limit = /^\d{1,3}$/.test(given) ? Number(given) : 0;
  if (limit < 1 || limit > 200) throw refused("limit");
  return limit;
}

function cursorOf(given: string | null): string | null {
  if (given !== null && !/^[A-Za-z0-9_=.-]{1,500}$/.test(given)) throw refused("cursor");
  return given;
}

function refused(field: string, reason?: string): AppError {
  return new AppError("BAD_REQUEST", { ...(reason ? { reason } : {}), details: { field } });
}
