import type { Approval } from "@/lib/api/types";
import { nextActions } from "@/lib/domain/next-actions";
import { isOpenPhase } from "@/lib/domain/phase";
import type { Role, Standing } from "@/lib/domain/records";
import type { KeptAmount, KeptRow } from "./kept";

/** Field by field, so that what is added to a request one day stays out until somebody decides otherwise. */
export function keepRow(approval: Approval, role: Role, now: Date): KeptRow {
  // Not the title: for a hire that is the agent's name for the work.
  const what = approval.milestoneName ?? approval.jobTitle ?? approval.contractTitle;
  const place = approval.jobTitle ?? approval.contractTitle;
  return {
    id: approval.id,
    type: approval.type,
    phase: approval.phase,
    who: approval.counterparty,
    what,
    place: place === what ? null : place,
    amount: keepAmount(approval.money),
    createdAt: approval.createdAt,
    expiresAt: approval.expiresAt,
    way: wayOut(approval, role, now),
  };
}

function keepAmount({ kind, totalCents, maxTotalCents, atLeast, sources }: Approval["money"]): KeptAmount {
  if (sources.amount === "agent") {
    return { kind, totalCents: null, maxTotalCents: null, atLeast: false, isWithheld: true };
  }
  return { kind, totalCents, maxTotalCents, atLeast, isWithheld: false };
}

function wayOut(approval: Approval, role: Role, now: Date): KeptRow["way"] {
  const isOpen = isOpenPhase(approval.phase) && approval.phase !== "unreadable";
  const { open } = nextActions(
    {
      approvalUrl: approval.approvalUrl,
      link: { state: approval.linkState, problem: null, found: null },
      standing: isOpen ? "open" : (approval.phase as Standing),
      expiresAt: approval.expiresAt === null ? null : new Date(approval.expiresAt),
      status: approval.status,
    },
    role,
    now,
  );
  return open.allowed ? { url: open.url, why: null } : { url: null, why: open.why };
}
