import type { Approval } from "@/lib/api/types";
import type { ConsequenceFacts } from "@/lib/domain/consequences";
import type { ActionFacts } from "@/lib/domain/next-actions";
import { isOpenPhase } from "@/lib/domain/phase";
import type { Phase, Standing } from "@/lib/domain/records";

/** Our JSON as the rules want it: instants instead of text, and the phase as the clock has moved it on. */
export function consequenceFacts(approval: Approval, phase: Phase): ConsequenceFacts {
  return {
    ...approval,
    phase,
    expiresAt: dateOf(approval.expiresAt),
    resolvedAt: dateOf(approval.resolvedAt),
  };
}

export function actionFacts(approval: Approval): ActionFacts {
  return {
    approvalUrl: approval.approvalUrl,
    link: { state: approval.linkState, problem: null, found: null },
    status: approval.status,
    standing: standingIn(approval.phase),
    expiresAt: dateOf(approval.expiresAt),
  };
}

export function dateOf(instant: string | null): Date | null {
  return instant === null ? null : new Date(instant);
}

export function standingIn(phase: Phase): Standing {
  return phase !== "unreadable" && isOpenPhase(phase) ? "open" : (phase as Standing);
}
