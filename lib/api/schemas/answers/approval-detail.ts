import { approvalJson } from "@/lib/api/schemas/answers/approval";
import { historyEventJson } from "@/lib/api/schemas/answers/history-event";
import { lineageJson } from "@/lib/api/schemas/answers/lineage";
import { termChange, termChanges } from "@/lib/api/schemas/answers/term-changes";
import type { ApprovalDetail } from "@/lib/api/types";
import type { ApprovalRecord, EventRecord, Family } from "@/lib/domain/records";
import { askedTerms, termsConflicts } from "@/lib/domain/terms";

export function approvalDetailJson(found: {
  approval: ApprovalRecord;
  history: EventRecord[];
  family: Family;
  asOf: Date;
}): ApprovalDetail {
  const { approval, history, family, asOf } = found;
  const { recordedTerms, toldTerms, confirmedTerms } = approval;
  const asked = askedTerms(approval);
  return {
    approval: approvalJson(approval, asOf),
    history: history.map(historyEventJson),
    lineage: lineageJson(approval, family, asOf),
    changes: {
      told: termsConflicts(recordedTerms, toldTerms).map(({ field, recorded, told }) =>
        termChange(field, recorded, told),
      ),
      confirmed: asked && confirmedTerms ? termChanges(asked, confirmedTerms) : [],
    },
  };
}
