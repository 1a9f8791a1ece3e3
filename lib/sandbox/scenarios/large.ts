import { milestonesOf } from "../actions/check-contract";
import { declineApproval } from "../approvals/decline";
import { readDue } from "../approvals/expire-due";
import { DEFAULT_GUESSES } from "../guesses";
import { fundCharge, hireCharge } from "../money/fees";
import { topUp } from "../money/top-up";
import type { Approval, Contract, Milestone, PaySource, Proposal } from "../state/shapes";
import { crowd } from "./crowd";
import type { Stage } from "./stage";

const HOUR = 60 * 60 * 1000;
const WEEK = 7 * 24 * HOUR;

/** The past was lived by the documented rules. */
const FEE_PERCENT = DEFAULT_GUESSES.fundFeePercent;

const WEEKS = 40;
/** From this week on contracts keep their last batch in escrow, so that there is something left to ask about. */
const OPEN_FROM_WEEK = 25;
const CONTRACTS_A_WEEK = 10;
/** Who applied and was turned down without anybody being asked: most of what a feed tells is not about money. */
const TURNED_DOWN_A_WEEK = 68;
const STILL_TO_LOOK_AT = 50;
const WAITING = 500;
/** The oldest waiting request is about to lapse, the newest was just asked. */
const WAITING_SINCE_HOURS = 71;

/** Forty weeks at 125 settled requests each, and 500 that wait; 20,000 events. */
export function playLarge(stage: Stage): void {
  const people = crowd();
  const open: Contract[] = [];
  for (let week = 0; week < WEEKS; week++) {
    stage.at((week - WEEKS) * WEEK - 4 * 24 * HOUR);
    const job = stage.job(`${SUBJECTS[week % SUBJECTS.length]}, part ${week + 1}`, "ONGOING");
    const propose = (status?: string) => stage.proposal(job, people(), 100 + (week % 7) * 40, status);
    for (let count = 0; count < TURNED_DOWN_A_WEEK; count++) propose("NOT_A_FIT");
    open.push(...playWeek(stage, week, propose));
  }
  const last = stage.job("Everything that waits");
  playWaiting(stage, open, () => stage.proposal(last, people(), 250));
  for (let count = 0; count < STILL_TO_LOOK_AT; count++) stage.proposal(last, people(), 250);
  stage.at(0);
}

const SUBJECTS = [
  "Dashcam boxes",
  "Receipt lines",
  "Street signs",
  "Night footage",
  "Invoice tables",
  "Crop rows",
  "Shelf photos",
  "Call transcripts",
];

/** Returns the contracts that stay open. 10 hires, 40 fundings, 50 releases and ends, 25 that came to nothing. */
function playWeek(stage: Stage, week: number, propose: () => Proposal): Contract[] {
  const { tx } = stage;
  const stayOpen = week >= OPEN_FROM_WEEK;
  const lapsing: Approval[] = [];
  const contracts = Array.from({ length: CONTRACTS_A_WEEK }, (_, index) => {
    const source = sourceOf(index);
    const contract = hire(stage, propose(), week, index, source);
    release(stage, stage.first(contract));
    for (let batch = 2; batch <= 5; batch++) {
      const milestone = fund(stage, contract, batch, week + index, source);
      if (batch < 5) release(stage, milestone, batch === 2 && index < 2);
      else if (!stayOpen && index < 2) stage.confirm(stage.askEnd(contract));
      else if (!stayOpen) release(stage, milestone);
    }
    return contract;
  });
  const declined = stayOpen ? 16 : 6;
  for (let index = 0; index < declined; index++) {
    declineApproval(tx, stage.askHire(propose(), termsOf(week, index)));
  }
  for (let index = 0; index < 5; index++) lapsing.push(stage.askHire(propose(), termsOf(week, index)));
  for (let index = 0; index < 4; index++) {
    const proposal = propose();
    stage.askHire(proposal, termsOf(week, index));
    declineApproval(tx, stage.askHire(proposal, termsOf(week, index + 1)));
  }
  for (const contract of contracts.slice(2, 6)) {
    lapsing.push(stage.askFund(batchOf(stage, contract, 6, week)));
  }
  stage.at((week + 1 - WEEKS) * WEEK - 4 * 24 * HOUR - HOUR);
  for (const approval of lapsing) readDue(tx, approval.id);
  return stayOpen ? contracts : [];
}

/** 200 hires, 150 fundings, 100 releases and 50 ends, in turn. */
function playWaiting(stage: Stage, open: Contract[], propose: () => Proposal): void {
  const [releases, ends] = [open.slice(0, 100), open.slice(100)];
  const toFund = open.map((contract, index) => batchOf(stage, contract, 6, index));
  const kinds = ["hire", "fund", "release", "hire", "fund", "end", "hire", "fund", "release", "hire"];
  for (let index = 0; index < WAITING; index++) {
    stage.at(-WAITING_SINCE_HOURS * HOUR * (1 - index / WAITING));
    const kind = kinds[index % kinds.length];
    if (kind === "hire") stage.askHire(propose(), termsOf(WEEKS, index));
    else if (kind === "fund") stage.askFund(take(toFund));
    else if (kind === "release") stage.askRelease(lastOf(stage, take(releases)));
    else stage.askEnd(take(ends));
  }
}

function hire(stage: Stage, proposal: Proposal, week: number, index: number, source: PaySource): Contract {
  const approval = stage.askHire(proposal, termsOf(week, index));
  if (source === "credits")
    topUp(stage.tx, stage.accountId, hireCharge(approval.terms?.amountCents ?? 0).totalCents);
  return stage.contractOf(stage.confirm(approval, source));
}

function fund(stage: Stage, contract: Contract, batch: number, seed: number, source: PaySource): Milestone {
  const milestone = batchOf(stage, contract, batch, seed);
  if (source === "credits")
    topUp(stage.tx, stage.accountId, fundCharge(milestone.amountCents, FEE_PERCENT).totalCents);
  return stage.fund(milestone, source);
}

function release(stage: Stage, milestone: Milestone, declinedOnce = false): void {
  if (declinedOnce) declineApproval(stage.tx, stage.askRelease(milestone));
  stage.confirm(stage.askRelease(milestone));
}

function batchOf(stage: Stage, contract: Contract, batch: number, seed: number): Milestone {
  return stage.milestone(
    contract,
    `Batch ${batch}`,
    `Batch ${batch} of the same kind`,
    60 + ((seed * 37 + batch * 11) % 900) + 0.25,
  );
}

function termsOf(week: number, index: number) {
  const amount = 80 + ((week * 31 + index * 17) % 700) + 0.5;
  return { name: "Batch 1", description: `First batch of week ${week + 1}`, amount };
}

function lastOf(stage: Stage, contract: Contract): Milestone {
  const funded = milestonesOf(stage.tx, contract).find(({ state }) => state === "funded");
  if (!funded) throw new Error(`Contract ${contract.id} has nothing in escrow`);
  return funded;
}

function take<T>(from: T[]): T {
  const first = from.shift();
  if (first === undefined) throw new Error("The scenario has run out of things to ask about");
  return first;
}

/** One in five is paid with credits, topped up just before. */
function sourceOf(index: number): PaySource {
  return index % 5 === 0 ? "credits" : "card";
}
