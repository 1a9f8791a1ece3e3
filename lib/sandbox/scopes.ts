export const SCOPES = [
  "jobs:read",
  "jobs:write",
  "proposals:read",
  "proposals:write",
  "messages:read",
  "messages:write",
  "payments:read",
  "payments:write",
  "team:read",
  "team:write",
  "webhooks:manage",
] as const;

export type Scope = (typeof SCOPES)[number];

export const READ_SCOPES: Scope[] = SCOPES.filter((scope) => scope.endsWith(":read"));

export function isScope(value: unknown): value is Scope {
  return SCOPES.some((scope) => scope === value);
}

/** A write scope includes the matching read. */
export function hasScope(granted: readonly string[], wanted: Scope): boolean {
  return granted.includes(wanted) || granted.includes(wanted.replace(/:read$/, ":write"));
}

const EVENT_SCOPES: Record<string, Scope> = {
  "proposal.received": "proposals:read",
  "proposal.status_changed": "proposals:read",
  "message.received": "messages:read",
};

export function eventScope(type: string): Scope {
  return EVENT_SCOPES[type] ?? "payments:read";
}
