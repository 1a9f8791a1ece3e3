import { expect, test } from "vitest";
import type { z } from "zod";
import { asItTravels, type Judge, nothing } from "@/lib/testing/opentrain/judge";
import * as judges from "@/lib/testing/opentrain/judge-answers";
import { mutate } from "@/lib/testing/opentrain/mutate-json";
import { randomFrom } from "@/lib/testing/opentrain/random";
import { type Json, readStrictJson } from "@/lib/testing/opentrain/strict-json";
import { mapApproval, mapContract, mapJobs, mapProposal, mapProposals, mapUpdates } from "./map";
import { mapCapabilities, mapMe, mapTokens, mapWebhook, mapWebhooks } from "./map-account";
import { mapCredits, mapLedger, mapPayments, mapTopUp } from "./map-money";
import { parsePlainJson } from "./plain-json";
import { readAnswer } from "./read-answer";
import * as samples from "./samples";
import * as answers from "./schemas";

/** More for a long run: `FUZZ_RUNS=2000000`, and `FUZZ_SEED` for other samples or a single one again. */
const runs = Number(process.env.FUZZ_RUNS ?? 20_000);
const firstSeed = Number(process.env.FUZZ_SEED ?? 20_261_121);

type Subject = {
  sample: Json;
  read: (json: unknown) => unknown;
  judge: (answer: Json | undefined) => Judge | typeof nothing;
};

function subject<S extends z.ZodType>(
  sample: string,
  schema: S,
  map: (answer: z.output<S>) => unknown,
  judge: Subject["judge"],
): Subject {
  const json = readStrictJson(sample);
  if (json === undefined) throw new Error("a sample that is no JSON");
  const read = (value: unknown) => {
    const parsed = schema.safeParse(value);
    return (parsed.success ? map(parsed.data) : null) ?? nothing;
  };
  return { sample: json, read, judge };
}

const approval = (sample: string) =>
  subject(sample, answers.approvalAnswer, (answer) => mapApproval(answer.approval), judges.approval);
const contract = (sample: string) =>
  subject(sample, answers.contractAnswer, (answer) => mapContract(answer.contract), judges.contract);
const subjects: Subject[] = [
  approval(samples.hireRequested),
  approval(samples.fundRequested),
  approval(samples.fundConfirmed),
  contract(samples.contract),
  contract(samples.contractWithBudget),
  subject(
    samples.contractInFull,
    answers.contractsAnswer,
    ({ contracts: { items, setAside } }) => ({ contracts: items.map(mapContract), setAside }),
    judges.contracts,
  ),
  subject(samples.credits, answers.creditsAnswer, mapCredits, judges.credits),
  subject(samples.ledger, answers.ledgerAnswer, mapLedger, judges.ledger),
  subject(samples.topUp, answers.topUpAnswer, mapTopUp, judges.topUp),
  subject(samples.payments, answers.paymentsAnswer, mapPayments, judges.payments),
  subject(samples.proposal, answers.proposalAnswer, ({ proposal }) => mapProposal(proposal), judges.proposal),
  subject(samples.proposals, answers.proposalsAnswer, mapProposals, judges.proposals),
  subject(samples.jobs, answers.jobsAnswer, mapJobs, judges.jobs),
  subject(samples.updates, answers.updatesAnswer, mapUpdates, judges.updates),
  subject(samples.me, answers.meAnswer, mapMe, judges.me),
  subject(samples.tokens, answers.tokensAnswer, mapTokens, judges.tokens),
  subject(samples.capabilities, answers.capabilitiesAnswer, mapCapabilities, judges.capabilities),
  subject(samples.webhook, answers.webhookAnswer, ({ webhook }) => mapWebhook(webhook), judges.webhook),
  subject(samples.webhooks, answers.webhooksAnswer, mapWebhooks, judges.webhooks),
];

test.each(subjects.map((one, index) => [index, one] as const))("sample %i as it is", (_, one) => {
  expect(one.judge(one.sample)).not.toBe(nothing);
});

const sayNoLie = `of ${runs} twisted answers none crashes a reader, and none comes out as what it did not say`;
test(sayNoLie, { timeout: 60_000 + runs }, () => {
  let readable = 0;
  for (let run = 0; run < runs; run += 1) {
    const random = randomFrom(firstSeed + run);
    const { sample, read, judge } = random.oneOf(subjects);
    const text = mutate(sample, random);
    const json = readStrictJson(text);
    const parsed = parsePlainJson(text);
    const told = `seed ${firstSeed + run}: ${text}`;
    if ((parsed === undefined) !== (json === undefined)) expect.fail(`read as JSON by one only, ${told}`);
    if (json === undefined) continue;
    let out: unknown;
    try {
      out = read(parsed);
    } catch (error) {
      expect.fail(`crashed (${String(error)}), ${told}`);
    }
    const verdict = judge(asItTravels(json));
    if (verdict === nothing ? out !== nothing : !verdict(out)) {
      expect.fail(`came out as ${out === nothing ? "nothing" : JSON.stringify(out)}, ${told}`);
    }
    if (out !== nothing) readable += 1;
  }
  expect(readable).toBeGreaterThan(runs / 2);
});

const refusal = `{"error":"A sentence.","code":"FORBIDDEN","requestId":"5b1c0f3e","details":{
 "reason":"milestone_not_funded","status":"NOT_FUNDED","featureKey":"public_api_credits",
 "requiredScopes":["payments:read","jobs:read"],"retryAfterSeconds":12}}`;

test("nor does a twisted refusal come out as another, or as a yes", { timeout: 60_000 + runs }, async () => {
  const sample = readStrictJson(refusal) ?? null;
  for (let run = 0; run < runs / 10; run += 1) {
    const random = randomFrom(firstSeed + run);
    const status = random.oneOf([400, 401, 403, 404, 409, 422, 429, 500, 503]);
    const text = mutate(sample, random);
    // What stands in the bytes: half a pair has none of its own.
    const body = new TextDecoder().decode(new TextEncoder().encode(text));
    const response = new Response(body, { status, headers: { "content-type": "application/json" } });
    const answer = await readAnswer(response, { maxBytes: 1_000_000, hide: (inner) => inner });
    const json = readStrictJson(body);
    const judge = judges.failure(status, json === undefined ? undefined : asItTravels(json));
    if (answer.ok || !judge(answer.failure)) {
      expect.fail(`came out as ${JSON.stringify(answer)}, seed ${firstSeed + run}: ${status} ${body}`);
    }
  }
});
