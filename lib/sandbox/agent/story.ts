import { NOOR_TERMS } from "../scenarios/demo";
import type { Step } from "./step";

const RECEIPTS = "Receipt boxes Contract";
const SIGNS = "Street signs Contract";
const TABLES = "Invoice tables Contract";
const DASHCAM = "Dashcam boxes Contract";

const PIOTR_REVISED = {
  name: "Night pilot",
  description: "3,000 frames at night, vehicles and pedestrians",
  amount: 360,
  dueDate: "2026-12-20",
};

/** The first three were asked a while ago; asking again returns the same approvals, which are then handed on. */
export const STORY: Step[] = [
  {
    key: "hire-noor",
    ask: { kind: "hire", job: "Dashcam boxes", candidate: "Noor", milestone: NOOR_TERMS },
    reason:
      "Noor's sample had the tightest boxes of everyone who applied, and she can start tomorrow. I suggest the first 10k images as a start.",
  },
  {
    key: "release-ada-2",
    ask: { kind: "release", contract: RECEIPTS, milestone: "Batch 2" },
    isTold: true,
    reason:
      "Ada handed in the 2,000 receipts. I checked 150 of them against the guidelines: 3 small corrections, all fixed. Please release the payment.",
  },
  {
    key: "fund-ada-3",
    ask: { kind: "fund", contract: RECEIPTS, milestone: "Batch 3" },
    reason:
      "Ada is free from Monday and the handwritten receipts are the next thing we need. It is about $200, so well within what we planned.",
  },
  {
    key: "fund-signs-next",
    ask: { kind: "fund", contract: SIGNS, milestone: "Signs, next 1,500" },
    reason: "Mei finishes the first 1,000 signs this week. With this one funded she can go on without a gap.",
  },
  {
    key: "hire-tariq",
    ask: {
      kind: "hire",
      job: "Dashcam boxes",
      candidate: "Tariq",
      milestone: { name: "Easy frames", description: "2,000 frames by day, vehicles only", amount: 90 },
    },
    reason: "Tariq asks half of what the others do. I would let him take the frames that are easy to label.",
  },
  {
    key: "decline-signs-next",
    ask: { kind: "decline", key: "fund-signs-next" },
    after: { key: "fund-signs-next", was: "asked" },
    reason: "",
  },
  {
    key: "hire-piotr",
    ask: {
      kind: "hire",
      job: "Night footage",
      candidate: "Piotr",
      milestone: {
        name: "Night pilot",
        description: "5,000 frames at night, vehicles and pedestrians",
        amount: 600,
        dueDate: "2026-12-20",
      },
    },
    reason:
      "Piotr has labelled low light footage for two years. His interview was the strongest of the four.",
  },
  {
    key: "hire-piotr-revised",
    ask: { kind: "hire", job: "Night footage", candidate: "Piotr", milestone: PIOTR_REVISED },
    after: { key: "hire-piotr", was: "asked" },
    reason:
      "I made the pilot smaller: 3,000 frames are enough to see whether the night guidelines work. This replaces my earlier request.",
  },
  {
    key: "end-tables",
    ask: { kind: "end", contract: TABLES },
    reason:
      "The new invoices come as data, so nobody needs the tables any more. I would end Jonas's contract; what is in escrow is yours to decide.",
  },
  {
    key: "create-signs-night",
    ask: {
      kind: "create",
      contract: SIGNS,
      name: "Signs, night photos",
      description: "400 street signs photographed at night",
      amountUsd: 140,
    },
    reason: "",
  },
  {
    key: "release-signs-first",
    ask: { kind: "release", contract: SIGNS, milestone: "Signs, first 1,000" },
    isTold: true,
    reason:
      "All 1,000 signs are in and the transcriptions match the photos. I would pay Mei for this part now.",
  },
  {
    key: "hire-noor-again",
    ask: {
      kind: "hire",
      job: "Dashcam boxes",
      candidate: "Noor",
      milestone: { ...NOOR_TERMS, name: "Batch 1, smaller", amount: 300 },
    },
    after: { key: "hire-noor", was: "refused" },
    reason: "The first request did not go through, so I am asking again with a smaller first batch.",
  },
  {
    key: "fund-ada-3-again",
    ask: { kind: "fund", contract: RECEIPTS, milestone: "Batch 3" },
    after: { key: "fund-ada-3", was: "refused" },
    reason: "Asking again for Ada's third batch. She has kept the week free and needs to know by Friday.",
  },
  {
    key: "hire-piotr-again",
    ask: { kind: "hire", job: "Night footage", candidate: "Piotr", milestone: PIOTR_REVISED },
    after: { key: "hire-piotr-revised", was: "refused" },
    reason: "Without night footage the training set has a hole. I would still go with Piotr for the pilot.",
  },
  {
    key: "hire-amara",
    ask: {
      kind: "hire",
      job: "Dashcam boxes",
      candidate: "Amara",
      milestone: { name: "Second pair of hands", description: "4,000 dashcam images, boxes", amount: 172.5 },
    },
    reason: "A second annotator on the dashcam job lets us compare boxes and finish a week earlier.",
  },
  {
    key: "create-noor-2",
    ask: {
      kind: "create",
      contract: DASHCAM,
      name: "Batch 2",
      description: "5k bounding boxes, night-time footage",
      amountUsd: 250,
    },
    after: { key: "hire-noor", was: "confirmed" },
    reason: "",
  },
  {
    key: "fund-noor-2",
    ask: { kind: "fund", contract: DASHCAM, milestone: "Batch 2" },
    after: { key: "hire-noor", was: "confirmed" },
    reason: "Noor's first results look good. Funding the second batch now keeps her on the job.",
  },
  {
    key: "release-noor-1",
    ask: { kind: "release", contract: DASHCAM, milestone: "Batch 1" },
    isTold: true,
    after: { key: "fund-noor-2", was: "settled" },
    reason: "Batch 1 is complete: 10k images, spot checks passed. Please release what Noor has earned.",
  },
  {
    key: "end-ada",
    ask: { kind: "end", contract: RECEIPTS },
    after: { key: "release-ada-2", was: "settled" },
    reason:
      "We have enough receipts for this model, so I would close Ada's contract. What is still in escrow is yours to decide.",
  },
  {
    key: "fund-signs-night",
    ask: { kind: "fund", contract: SIGNS, milestone: "Signs, night photos" },
    reason: "A small extra: signs photographed at night are where the model fails most.",
  },
  {
    key: "end-signs",
    ask: { kind: "end", contract: SIGNS },
    after: { key: "release-signs-first", was: "refused" },
    reason: "If the signs are not what you wanted, it is cleaner to end this contract than to leave it open.",
  },
];
