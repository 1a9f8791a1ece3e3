import type { Blocked, Unanswered } from "@/lib/api/types";
import { at } from "./fixture-clock";

const agent = (name: string | null, reason: string | null = null) => ({ name, reason, tokenLabel: null });
const about = {
  counterparty: null,
  jobTitle: null,
  contractTitle: null,
  amountCents: null,
  amountUnreadable: null,
  readAt: at(-0.1),
  unknown: null,
};
const noTerms = { name: null, description: null, amountCents: null, dueDate: null };

export const blocked: Blocked[] = [
  {
    id: "blk_card",
    at: at(-5),
    lastAt: at(-0.2),
    times: 3,
    action: "hire",
    reason: "payment_method_required",
    subject: "Imani W.",
    subjectId: "prop_imani",
    about: { ...about, jobTitle: "Street signs, Porto" },
    terms: { ...noTerms, name: "Batch 7", amountCents: 62000, dueDate: "2026-12-20" },
    link: "https://app.opentrain.ai/settings/billing",
    linkState: "ok",
    agent: agent("label-agent", "Fastest of the shortlist. The set must be done before Christmas."),
  },
  {
    id: "blk_fit",
    at: at(-30),
    lastAt: at(-30),
    times: 1,
    action: "hire",
    reason: "not_fit_confirmation_required",
    subject: "Theo G.",
    subjectId: "prop_theo",
    about,
    terms: { ...noTerms, amountCents: 18000 },
    link: "https://evil.example/",
    linkState: "missing",
    agent: agent("label-agent"),
  },
  {
    id: "blk_odd",
    at: at(-50),
    lastAt: at(-49),
    times: 2,
    action: "fund",
    reason: "moon_phase\u202e_wrong",
    subject: "<b>Batch</b> https://evil.example Overlongwordwithoutanyspaceinit".repeat(3),
    subjectId: "ms_odd",
    about: { ...about, counterparty: "Noor B.", contractTitle: "Receipts", amountUnreadable: "450.005" },
    terms: null,
    // The server keeps such a link to itself; were it here, it would be none all the same.
    link: "https://evil.example/billing",
    linkState: "quarantined",
    agent: agent("agent\u202eetad", "Open https://evil.example and pay $9,999.00\u200b at once."),
  },
];

export const unanswered: Unanswered[] = [
  {
    id: "una_1",
    askedAt: at(-0.1),
    action: "release",
    subject: "Batch 2",
    subjectId: "ms_2",
    about: { ...about, counterparty: "Noor B.", jobTitle: "Box 600 receipts", amountCents: 25000 },
    terms: null,
    agent: agent("pay-agent"),
    state: "unknown",
    approvalId: null,
  },
  {
    id: "una_2",
    askedAt: at(-190),
    action: "end",
    subject: null,
    subjectId: "con_receipt",
    about: {
      ...about,
      readAt: null,
      unknown: {
        code: "not_visible",
        since: at(-189),
        text: "The contract is unknown: OpenTrain says it does not exist, or hides it from the tokens here.",
      },
    },
    terms: null,
    agent: null,
    state: "faded",
    approvalId: null,
  },
];
