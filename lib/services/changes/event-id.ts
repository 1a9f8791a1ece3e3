import type { Position } from "@/lib/store/changes/read";

const longest = 4_000;
const shape = /^([0-9a-f-]{36}) ([0-9a-f-]{36}) ([0-9:,]{3,})$/;

/** Opaque to everybody else: where a stream stands, and in whose workspace. */
export function eventIdOf(workspaceId: string, { epoch, snapshot }: Position): string {
  return Buffer.from(`${workspaceId} ${epoch} ${snapshot}`).toString("base64url");
}

/** Null for an id that is none of ours, or of another workspace: whoever brings it knows nothing of this one. */
export function positionOf(workspaceId: string, eventId: string): Position | null {
  if (eventId.length > longest || !/^[\w-]+$/.test(eventId)) return null;
  const [, workspace, epoch, snapshot] =
    shape.exec(Buffer.from(eventId, "base64url").toString("latin1")) ?? [];
  return workspace === workspaceId && epoch && snapshot ? { epoch, snapshot } : null;
}
