import { approvalJson } from "@/lib/api/schemas/answers/approval";
import { historyEventJson } from "@/lib/api/schemas/answers/history-event";
import type { ApprovalDetail } from "@/lib/api/types";
import type { ApprovalRecord, EventRecord } from "@/lib/domain/records";

export function approvalDetailJson(found: {
  approval: ApprovalRecord;
  history: EventRecord[];
  asOf: Date;
}): ApprovalDetail {
  return {
    approval: approvalJson(found.approval, found.asOf),
    history: found.history.map(historyEventJson),
  };
}
