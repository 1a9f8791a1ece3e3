import { ADA, AMARA, JONAS, LUCIA, MEI, NOOR, PIOTR, TARIQ } from "./people";
import type { Stage } from "./stage";

const DAY = 24 * 60 * 60 * 1000;

/**
 * Four jobs of all three payment types, six hirable proposals, one Not a fit and without an interview, and a
 * contract with a milestone in every state; nothing asked. One bid names no rate for work paid by the label.
 */
export function playEmpty(stage: Stage): void {
  stage.at(-7 * DAY);
  const dashcam = stage.job("Dashcam boxes");
  const night = stage.job("Night footage", "OPEN", "PAY_PER_HOUR");
  const receipts = stage.job("Receipt boxes", "OPEN", "PAY_PER_LABEL");
  const signs = stage.job("Street signs", "ONGOING");

  stage.proposal(dashcam, NOOR, 450);
  stage.proposal(dashcam, AMARA, 430, "SHORTLISTED");
  stage.proposal(night, PIOTR, 18);
  stage.proposal(night, JONAS, 21.5);
  stage.proposal(receipts, ADA, 0.035);
  stage.proposal(receipts, LUCIA, 190, "MAYBE", { bidUnit: "FIXED_PRICE" });
  const hired = stage.proposal(signs, MEI, 320);
  stage.proposal(dashcam, TARIQ, 200, "NOT_A_FIT", { interviewScore: null });

  const contract = stage.hire(hired, {
    name: "Pilot",
    description: "1,000 street signs, text transcribed",
    amount: 320,
  });
  const batch = (name: string, amount: number) =>
    stage.milestone(contract, name, `${name}: street signs, text transcribed`, amount);
  const released = stage.first(contract);
  stage.confirm(stage.askRelease(released));
  batch("Batch 2", 250);
  stage.fund(batch("Batch 3", 275.5));
  stage.handIn(stage.fund(batch("Batch 4", 300)));
  stage.cancel(batch("Batch 5", 90));
  const refunded = stage.fund(batch("Batch 6", 120));
  stage.refund(refunded);
  stage.forgetRequests();
  stage.at(0);
}
