import { declineApproval } from "../approvals/decline";
import { readDue } from "../approvals/expire-due";
import { topUp } from "../money/top-up";
import { ADA, AMARA, JONAS, LUCIA, MEI, NOOR, PIOTR, TARIQ } from "./people";
import type { Stage } from "./stage";

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const LIFE_HOURS = 72;

/** A hire at 180.00 and a milestone of 250.00, paid with credits: 207.95 and 275.00. */
const SPENT_CENTS = 20_795 + 27_500;

/** Terms the scripted agent asks for again in its first steps, to the letter. */
export const NOOR_TERMS = {
  name: "Batch 1",
  description: "First 10k dashcam images with bounding boxes",
  amount: 450,
  dueDate: "2026-12-15",
};

/** A few weeks of an account's life, ending with three requests that are already running out. */
export function playDemo(stage: Stage, creditsCents: number): void {
  stage.at(-20 * DAY);
  const dashcam = stage.job("Dashcam boxes");
  const night = stage.job("Night footage");
  const receipts = stage.job("Receipt boxes", "ONGOING");
  const signs = stage.job("Street signs", "ONGOING");
  const tables = stage.job("Invoice tables", "ONGOING");
  topUp(stage.tx, stage.accountId, creditsCents + SPENT_CENTS);

  stage.at(-19 * DAY);
  const ada = stage.proposal(receipts, ADA, 180);
  const mei = stage.proposal(signs, MEI, 320);
  const lucia = stage.proposal(receipts, LUCIA, 190, "SHORTLISTED");
  const adaHire = stage.askHire(ada, {
    name: "Pilot",
    description: "600 receipts, line items boxed",
    amount: 180,
  });
  stage.at(-19 * DAY + 3 * HOUR);
  const adaContract = stage.contractOf(stage.confirm(adaHire, "credits"));

  stage.at(-16 * DAY);
  const meiContract = stage.hire(
    mei,
    { name: "Signs, first 1,000", description: "1,000 street signs, text transcribed", amount: 320 },
    "card",
  );
  const luciaHire = stage.askHire(lucia, {
    name: "Review",
    description: "Second look at 200 receipts",
    amount: 95,
  });
  stage.at(-16 * DAY + 5 * HOUR);
  declineApproval(stage.tx, luciaHire);

  stage.at(-12 * DAY);
  stage.confirm(stage.askRelease(stage.first(adaContract)));
  const adaSecond = stage.milestone(adaContract, "Batch 2", "2,000 receipts, line items boxed", 250);
  stage.at(-11 * DAY);
  const lapsed = stage.askFund(adaSecond);

  stage.at(-9 * DAY);
  stage.hire(
    stage.proposal(tables, JONAS, 150),
    { name: "Tables, first 300", description: "300 invoice tables, cells and headers", amount: 150 },
    "card",
  );

  stage.at(-8 * DAY);
  readDue(stage.tx, lapsed.id);
  stage.at(-8 * DAY + 2 * HOUR);
  stage.fund(adaSecond, "credits");

  stage.at(-5 * DAY);
  const noor = stage.proposal(dashcam, NOOR, 450);
  stage.proposal(dashcam, AMARA, 430, "SHORTLISTED");
  stage.proposal(night, PIOTR, 600);
  stage.proposal(night, JONAS, 580, "SHORTLISTED");
  stage.proposal(dashcam, TARIQ, 200, "NOT_A_FIT");
  const adaThird = stage.milestone(
    adaContract,
    "Batch 3",
    "2,500 receipts, handwritten totals included",
    250,
  );
  stage.milestone(meiContract, "Signs, next 1,500", "1,500 street signs, two scripts", 480);
  stage.handIn(adaSecond);

  stage.at(-(LIFE_HOURS - 3) * HOUR);
  stage.askHire(noor, NOOR_TERMS);
  stage.at(-(LIFE_HOURS - 14) * HOUR);
  stage.askRelease(adaSecond);
  stage.at(-(LIFE_HOURS - 15) * HOUR);
  stage.askFund(adaThird);
  stage.at(0);
}
