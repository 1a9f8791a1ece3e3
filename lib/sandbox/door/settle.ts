import { parseEditedTerms } from "../actions/hire-terms";
import { confirmApproval } from "../approvals/confirm";
import { declineApproval } from "../approvals/decline";
import { Refusal } from "../refusal";
import type { Approval, HireTerms } from "../state/shapes";
import type { Transaction } from "../state/transaction";
import { approvalOut } from "../wire/approval";
import { optionalChoice, readFields } from "./read-fields";

export function confirmByDoor(tx: Transaction, id: string, body: unknown, origin: string) {
  const fields = readFields(body, ["milestone", "payWith", "settle"]);
  const choices = {
    milestone: readTerms(fields.milestone),
    payWith: optionalChoice(fields, "payWith", ["card", "credits"] as const),
    settle: optionalChoice(fields, "settle", ["release", "refund"] as const) ?? "release",
    origin,
  };
  return { approval: approvalOut(confirmApproval(tx, findAny(tx, id), choices), origin) };
}

export function declineByDoor(tx: Transaction, id: string, origin: string) {
  return { approval: approvalOut(declineApproval(tx, findAny(tx, id)), origin) };
}

/** Names the first faulty field as every control call does, beside the issues the API would list. */
function readTerms(milestone: unknown): Partial<HireTerms> {
  try {
    return parseEditedTerms(milestone);
  } catch (error) {
    const issues = error instanceof Refusal ? (error.details?.issues as { path: string[] }[]) : undefined;
    if (!issues) throw error;
    throw new Refusal("BAD_REQUEST", "The milestone is not valid.", {
      field: issues[0]?.path.join(".") ?? "milestone",
      issues,
    });
  }
}

function findAny(tx: Transaction, approvalId: string): Approval {
  const approval = tx.get("approvals", approvalId);
  if (!approval) {
    throw new Refusal("NOT_FOUND", "No such approval.", { resource: "approvals", approvalId });
  }
  return approval;
}
