import type {
  Approval,
  ApprovalDetail,
  Around,
  LedgerLine,
  RelatedRequest,
  TermChange,
  WordChange,
} from "@/lib/api/types";
import { at } from "./fixture-clock";
import { everyOpen, history, lapsed, settledApprovals } from "./fixtures";

/** The server compares words; here the few that the pictures need are written out. */
const words = (...pieces: [WordChange["kind"], string][]): WordChange[] =>
  pieces.map(([kind, text]) => ({ kind, text }));

const text = (field: "name" | "description", pieces: WordChange[]): TermChange => ({
  field,
  before: pieces.map(({ kind, text }) => (kind === "in" ? "" : text)).join(""),
  after: pieces.map(({ kind, text }) => (kind === "out" ? "" : text)).join(""),
  words: pieces,
});

const twice: TermChange[] = [
  text(
    "description",
    words(
      ["kept", "Draw boxes around "],
      ["out", "1,200"],
      ["in", "1,500"],
      ["kept", " street signs in Porto"],
      ["in", " and Braga"],
      ["kept", ". Skip signs that are turned away. Hand in by "],
      ["out", "2026-12-10"],
      ["in", "2026-12-20"],
      ["kept", "."],
    ),
  ),
  { field: "amountCents", before: "240.00", after: "300.00", words: null },
  { field: "dueDate", before: "2026-12-10", after: "2026-12-20", words: null },
];

const changesTo: Record<string, TermChange[]> = {
  apr_rui_second: twice,
  apr_hire_noor: [{ field: "amountCents", before: "520.00", after: "450.00", words: null }],
};
const toldOf: Record<string, TermChange[]> = {
  apr_rui_second: [
    text(
      "description",
      words(
        ["kept", "Draw boxes around 1,500 street signs in Porto and Braga."],
        ["out", " Skip signs that are turned away. Hand in by 2026-12-20."],
      ),
    ),
    { field: "amountCents", before: "300.00", after: "290.00", words: null },
  ],
};
const confirmedOf: Record<string, TermChange[]> = {
  apr_confirmed: [
    text(
      "description",
      words(["kept", "Draw boxes on "], ["out", "4,000"], ["in", "4,500"], ["kept", " dashcam frames."]),
    ),
    { field: "amountCents", before: "450.00", after: "500.00", words: null },
    { field: "dueDate", before: "2026-12-15", after: "2026-12-18", words: null },
  ],
};

const all = [...everyOpen, ...settledApprovals];

/** One request with everything its page asks for, as the server would answer it. */
export function detailOf(approval: Approval): ApprovalDetail {
  const { id, supersedes, supersededBy, askedAgain } = approval;
  const older = all.find((other) => other.id === supersedes);
  const newer = all.find((other) => other.id === supersededBy);
  return {
    approval,
    history,
    around: aroundOf(approval),
    ledger: ledgerOf(approval),
    ledgerReach: { readAt: at(-0.05), isWhole: true, unknown: null },
    lineage: {
      older: older ? { ...related(older), changes: changesTo[id] ?? null } : null,
      newer: newer ? { ...related(newer), changes: changesTo[newer.id] ?? null } : null,
      earlier: askedAgain ? [{ ...related(lapsed), id: askedAgain.previousId }] : [],
    },
    changes: { told: toldOf[id] ?? [], confirmed: confirmedOf[id] ?? [] },
  };
}

/** What lies around it: read a while ago, or not at all where the request shows nothing of it. */
function aroundOf({ contractId, contractTitle }: Approval): Around[] {
  if (contractId === null) return [];
  const isRead = contractTitle !== null;
  const text = "The contract is unknown: no token here may read it; one needs payments:read.";
  return [
    {
      what: "contract",
      id: contractId,
      source: "opentrain",
      readAt: isRead ? at(-0.05) : null,
      unknown: isRead ? null : { code: "scope", since: at(-2), text },
    },
  ];
}

function related({ id, phase, createdAt, resolvedAt, status }: Approval): RelatedRequest {
  return { id, phase, createdAt, settledAt: status === "pending" ? null : resolvedAt };
}

/** Paid from credit: what was held, and the fees taken with it. */
function ledgerOf({ id, resolvedAt }: Approval): LedgerLine[] {
  if (id !== "apr_confirmed") return [];
  const line = { at: resolvedAt, amountUnreadable: null, milestoneId: null, milestoneName: "Batch 1" };
  return [
    { ...line, id: "led_1", type: "HOLD", amountCents: -55995, note: null },
    { ...line, id: "led_2", type: "CAPTURE", amountCents: -5995, note: "Fees" },
  ];
}
