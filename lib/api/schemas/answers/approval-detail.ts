import { approvalJson } from "@/lib/api/schemas/answers/approval";
import { aroundJson } from "@/lib/api/schemas/answers/around";
import { historyEventJson } from "@/lib/api/schemas/answers/history-event";
import { ledgerLineJson, ledgerReachJson } from "@/lib/api/schemas/answers/ledger";
import { lineageJson } from "@/lib/api/schemas/answers/lineage";
import { termChange, termChanges } from "@/lib/api/schemas/answers/term-changes";
import type { ApprovalDetail } from "@/lib/api/types";
import type {
  ApprovalRecord,
  Around,
  EventRecord,
  Family,
  LedgerReach,
  LedgerRecord,
} from "@/lib/domain/records";
import { askedTerms, termsConflicts } from "@/lib/domain/terms";
import type { Messages } from "@/lib/messages";

export function approvalDetailJson(
  found: {
    approval: ApprovalRecord;
    history: EventRecord[];
    family: Family;
    around: Around[];
    ledger: { entries: LedgerRecord[]; reach: LedgerReach };
    asOf: Date;
  },
  words: Messages,
): ApprovalDetail {
  const { approval, history, family, asOf } = found;
  const { recordedTerms, toldTerms, confirmedTerms } = approval;
  const asked = askedTerms(approval);
  return {
    approval: approvalJson(approval, asOf, words),
    history: history.map((event) => historyEventJson(event, words)),
    lineage: lineageJson(approval, family, asOf),
    changes: {
      told: termsConflicts(recordedTerms, toldTerms).map(({ field, recorded, told }) =>
        termChange(field, recorded, told),
      ),
      confirmed: asked && confirmedTerms ? termChanges(asked, confirmedTerms) : [],
    },
    around: found.around.map((thing) => aroundJson(thing, words)),
    ledger: found.ledger.entries.map(ledgerLineJson),
    ledgerReach: ledgerReachJson(found.ledger.reach, words),
  };
}
