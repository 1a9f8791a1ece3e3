import { milestonesOf } from "../actions/check-contract";
import type { Approval, Candidate, Milestone, Shown } from "../state/shapes";
import { HOSTILE_WORDS, LOOK_ALIKE_ADDRESSES, RIGHT_TO_LEFT_PEOPLE } from "./hostile-words";
import { AMARA, NOOR } from "./people";
import type { Stage } from "./stage";

const HOUR = 60 * 60 * 1000;

/** Ids by class: of approvals that wait, and of events for the class that is about events. */
export type Classes = Record<string, string[]>;

type Who = Omit<Candidate, "userId">;

/** Everything a client should survive. Beneath the strange answers lies an ordinary, consistent world. */
export function playHostile(stage: Stage): Classes {
  stage.at(-30 * HOUR);
  const ids = (approvals: Approval[]) => approvals.map(({ id }) => id);
  const classes: Classes = {};
  for (const [name, words] of Object.entries(HOSTILE_WORDS)) {
    classes[name] = ids(words.flatMap((text, index) => askAbout(stage, text, personFor(name, text, index))));
  }
  classes.lookAlikeLinks?.push(...LOOK_ALIKE_ADDRESSES.map((address) => askWithLink(stage, address)));
  classes.sameName = ids([askHire(stage, "Twins", ALEX), askHire(stage, "Twins", ALEX_TOO)]);
  classes.oddIds = withOddIds(stage, () => [
    ...Array.from({ length: 10 }, () => askHire(stage, "Odd ids").id),
    ...ids(Array.from({ length: 5 }, () => askFund(stage, "Odd ids")).flat()),
  ]);

  const shownAs = (shown: Shown) => {
    const [approval] = askFund(stage) as [Approval];
    stage.show("approvals", approval.id, shown);
    return approval.id;
  };
  classes.unknownTypes = ["milestone_split", "", null, 5].map((type) => shownAs({ type }));
  classes.unknownStatuses = ["on_hold", "PENDING", "", null, true].map((status) => shownAs({ status }));
  classes.unknownStatuses.push(
    ...["paused", null].map((status) => aboutContract(stage, { status })),
    ...[{ raw: "ON_ICE", label: "On ice" }, null].map((status) => aboutProposal(stage, { status })),
  );
  classes.unknownMilestoneStates = ["IN_DISPUTE", "ESCROWED", "active_funded", "", null].map((status) =>
    aboutMilestone(stage, { status }),
  );
  classes.threeDecimals = [450.005, 0.1 + 0.2, 1e-7].map((amountUsd) => aboutMilestone(stage, { amountUsd }));
  classes.strangeAmounts = [-5, 1e15, 1e21, "450.00", null].map((amountUsd) =>
    aboutMilestone(stage, { amountUsd }),
  );
  classes.missingTitles = [
    aboutContract(stage, { title: null }),
    aboutContract(stage, { title: "" }),
    aboutMilestone(stage, { name: null, description: null }),
    aboutProposal(stage, { jobTitle: null, candidate: null }),
  ];
  classes.missingContract = [aboutContract(stage, "nothing")];
  classes.unknownEventTypes = makeStrangeEvents(stage);
  stage.at(0);
  return classes;
}

const ALEX: Who = { ...NOOR, firstName: "Alex", lastNameInitial: "K" };
const ALEX_TOO: Who = { ...AMARA, firstName: "Alex", lastNameInitial: "K" };

function personFor(name: string, text: string, index: number): Who {
  if (name === "rightToLeftNames") return { ...NOOR, ...RIGHT_TO_LEFT_PEOPLE[index] };
  return { ...NOOR, firstName: text, lastNameInitial: [...text][0] ?? "", title: text, country: text };
}

/** The same words everywhere words can stand: job, person, contract, milestone, and the terms of a hire. */
function askAbout(stage: Stage, text: string, person: Who): Approval[] {
  return [askHire(stage, text, person), ...askFund(stage, text, person)];
}

function askHire(stage: Stage, text: string, person: Who = NOOR): Approval {
  const proposal = stage.proposal(stage.job(text), person, 90);
  return stage.askHire(proposal, { name: text, description: text, amount: 90 });
}

function askFund(stage: Stage, text = "Ordinary", person: Who = NOOR): Approval[] {
  const proposal = stage.proposal(stage.job(text), person, 90);
  const contract = stage.hire(proposal, { name: text, description: text, amount: 90 });
  return [stage.askFund(stage.milestone(contract, text, text, 45))];
}

function askWithLink(stage: Stage, address: string): string {
  const { id } = askHire(stage, "Look-alike link");
  stage.show("approvals", id, { approvalUrl: address.replace("{id}", encodeURIComponent(id)) });
  return id;
}

function aboutContract(stage: Stage, shown: Shown): string {
  const [approval] = askFund(stage) as [Approval];
  stage.show("contracts", approval.contractId ?? "", shown);
  return approval.id;
}

function aboutProposal(stage: Stage, shown: Shown): string {
  const approval = askHire(stage, "Ordinary");
  stage.show("proposals", approval.proposalId ?? "", shown);
  return approval.id;
}

/** Each as the subject of a release, beside a milestone like any other. */
function aboutMilestone(stage: Stage, shown: Shown): string {
  const [fund] = askFund(stage) as [Approval];
  const contract = stage.tx.must("contracts", fund.contractId ?? "");
  const funded = milestonesOf(stage.tx, contract).find(({ state }) => state === "funded") as Milestone;
  stage.show("milestones", funded.id, shown);
  return stage.askRelease(funded).id;
}

function withOddIds<T>(stage: Stage, step: () => T): T {
  const { tx, accountId } = stage;
  const set = (oddIds: boolean) => {
    const account = tx.account(accountId);
    tx.put("accounts", { ...account, guesses: { ...account.guesses, oddIds } });
  };
  set(true);
  const made = step();
  set(false);
  return made;
}

/** Settled in a way the catalogue does not know. */
function makeStrangeEvents(stage: Stage): string[] {
  const { tx, accountId } = stage;
  return ["contract.reopened", "", "approval.created"].map((type) => {
    stage.proposal(stage.job("Ordinary"), NOOR, 90);
    const newest = tx.of("events", accountId).at(-1);
    if (!newest) throw new Error("A proposal makes an event");
    stage.show("events", newest.id, { type, resourceId: null, data: null });
    return newest.id;
  });
}
