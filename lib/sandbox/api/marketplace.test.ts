import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Made, type OpenSandbox, ORIGIN, openSandbox } from "../testing/open-sandbox";

let sandbox: OpenSandbox;
let made: Made;

beforeAll(async () => {
  sandbox = await openSandbox();
  made = await sandbox.account();
});
afterAll(() => sandbox.close());

const agent = (method: string, path: string, body?: unknown) =>
  sandbox.call(made.tokens.agent, method, path, body);
const proposal = async (at: number) =>
  (await agent("GET", `/proposals/${made.ids.proposals[at]}`)).body.proposal;
const DASHCAM = 0;
const NIGHT = 1;
const SIGNS = 3;
const NOOR = 0;
const PIOTR = 2;
const TARIQ = 7;

describe("a public job", () => {
  const open = (id: string) => sandbox.call(null, "GET", `/jobs/${id}`);

  test("answers anyone, bare, from anywhere, and names no person", async () => {
    const id = made.ids.jobs[NIGHT] ?? "";
    const heard = await open(id);
    expect([heard.status, heard.headers.get("access-control-allow-origin")]).toEqual([200, "*"]);
    expect(JSON.parse(heard.text)).toMatchObject({
      id,
      slug: "night-footage",
      title: "Night footage",
      companyName: "Dashcam Labs",
      status: "OPEN",
      pay: { paymentType: "PAY_PER_HOUR", currency: "USD" },
      url: `${ORIGIN}/jobs/night-footage-${id}`,
    });
    expect(heard.text).not.toMatch(/Okafor|@example/);
  });

  test("not listed, or not there, is closed, without the envelope", async () => {
    for (const id of [made.ids.jobs[SIGNS] ?? "", "nothing", "x".repeat(64)]) {
      const heard = await open(id);
      expect([heard.status, JSON.parse(heard.text)]).toEqual([404, { id, status: "closed" }]);
    }
  });

  test.each(["", "%20", "x".repeat(65)])("with the id %j is a bad request", async (id) => {
    const heard = await open(id);
    expect([heard.status, heard.body.code]).toEqual([400, "BAD_REQUEST"]);
  });

  test("is asked for 120 times a minute from one address, and calls with a token are not counted", async () => {
    const own = await openSandbox();
    const statuses = [];
    for (let count = 0; count < 121; count++) statuses.push((await own.call(null, "GET", "/jobs/x")).status);
    expect([statuses.slice(0, 120).every((status) => status === 404), statuses[120]]).toEqual([true, 429]);
    expect((await own.call(null, "GET", "/jobs/x")).body.code).toBe("RATE_LIMITED");
    const { tokens } = await own.account();
    expect((await own.call(tokens.agent, "GET", "/jobs/mine")).status).toBe(200);
    await own.close();
  });
});

describe("a proposal", () => {
  test("is read in full, masked", async () => {
    const read = await proposal(PIOTR);
    expect(read).toMatchObject({
      jobTitle: "Night footage",
      status: { raw: "UNREVIEWED", label: "Unreviewed" },
      bid: { amountUsd: 18, unit: "PER_HOUR", labelerHourlyRateUsd: 18 },
      candidate: { displayName: "Piotr K.", firstName: "Piotr", lastNameInitial: "K", countryCode: "PL" },
      aiInterview: { score: 86, transcriptAvailable: true },
      verification: { identity: { verified: true } },
      openLabel: null,
      contract: null,
    });
    const listed = (await agent("GET", `/jobs/${made.ids.jobs[NIGHT]}/proposals`)).body.proposals;
    const detail = ["aiInterview", "verification", "openLabel", "contract"];
    expect(Object.keys(read).filter((key) => !Object.keys(listed[0] ?? {}).includes(key))).toEqual(detail);
  });

  test("has an interview to read, or none", async () => {
    const heard = await agent("GET", `/proposals/${made.ids.proposals[NOOR]}/interview`);
    expect(Object.keys(heard.body.interview)).toEqual([
      "proposalId",
      "interviewId",
      "score",
      "summary",
      "messages",
    ]);
    expect(heard.body.interview.messages[1]).toMatchObject({ role: "candidate", sentAt: expect.any(String) });
    expect(await proposal(TARIQ)).toMatchObject({ aiInterview: null, metrics: { interviewScore: null } });
    const none = await agent("GET", `/proposals/${made.ids.proposals[TARIQ]}/interview`);
    expect([none.status, none.body.code]).toEqual([404, "NOT_FOUND"]);
  });

  test("has one conversation, however often it is started", async () => {
    const id = made.ids.proposals[NOOR];
    const start = async () => (await agent("POST", `/proposals/${id}/conversation`)).body;
    const first = await start();
    expect(first).toEqual({
      ok: true,
      conversationId: expect.any(String),
      proposalId: id,
      jobId: made.ids.jobs[DASHCAM],
      created: true,
    });
    expect(await start()).toEqual({ ...first, created: false });
  });

  test("of nobody with a name is a freelancer's", async () => {
    await sandbox.store.transact((tx) => {
      const row = tx.must("proposals", made.ids.proposals[1] ?? "");
      tx.put("proposals", { ...row, candidate: { ...row.candidate, firstName: "", lastNameInitial: "" } });
    });
    expect((await proposal(1)).candidate.displayName).toBe("Freelancer");
  });
});

describe("a freelancer", () => {
  test("is found by id and by slug, masked, with the rate of the last bid by the hour", async () => {
    const { id, profileSlug } = (await proposal(PIOTR)).candidate;
    const { freelancer } = (await agent("GET", `/freelancers/${id}`)).body;
    expect(freelancer).toMatchObject({
      id,
      profileSlug,
      profilePath: `/profile/${profileSlug}`,
      displayName: "Piotr K.",
      hourlyRateUsd: 18,
    });
    expect((await agent("GET", `/freelancers/${profileSlug}`)).body.freelancer).toEqual(freelancer);
    const none = await agent("GET", "/freelancers/nobody");
    expect([none.status, none.body.details]).toEqual([404, { resource: "freelancers", idOrSlug: "nobody" }]);
  });

  test("is invited once, has a proposal from then on, and cannot be written to before answering", async () => {
    const { id } = (await proposal(PIOTR)).candidate;
    const path = `/jobs/${made.ids.jobs[DASHCAM]}/invites`;
    const first = await agent("POST", path, { freelancerId: id });
    const { proposalId } = first.body;
    const jobId = made.ids.jobs[DASHCAM];
    expect([first.status, first.body]).toEqual([
      201,
      { ok: true, proposalId, jobId, freelancerId: id, alreadyInvited: false },
    ]);
    const again = await agent("POST", path, { freelancerId: id });
    expect([again.status, again.body]).toEqual([200, { ...first.body, alreadyInvited: true }]);
    const write = await agent("POST", `/proposals/${proposalId}/conversation`);
    expect([write.status, write.body.details]).toEqual([409, { reason: "proposal_not_ready_for_messaging" }]);
    const mine = (await agent("GET", `/jobs/${jobId}/proposals`)).body.proposals;
    expect(mine.filter((one) => one.candidate.id === id)).toHaveLength(1);
  });

  test("who has applied already is not invited anew", async () => {
    const { id } = (await proposal(NOOR)).candidate;
    const heard = await agent("POST", `/jobs/${made.ids.jobs[DASHCAM]}/invites`, { freelancerId: id });
    expect([heard.status, heard.body.proposalId]).toEqual([200, made.ids.proposals[NOOR]]);
  });

  test("cannot be invited to what is not published, nor if unavailable or no freelancer", async () => {
    const invite = async (job: number, freelancerId: unknown) => {
      const heard = await agent("POST", `/jobs/${made.ids.jobs[job]}/invites`, { freelancerId });
      return [heard.status, heard.body.details];
    };
    const { id } = (await proposal(NOOR)).candidate;
    expect(await invite(SIGNS, id)).toEqual([409, { reason: "job_not_published" }]);
    const unavailable = (await proposal(TARIQ)).candidate.id;
    expect(await invite(NIGHT, unavailable)).toEqual([409, { reason: "freelancer_unavailable" }]);
    const { userId } = (await agent("GET", "/auth/me")).body.actor;
    expect(await invite(NIGHT, userId)).toEqual([409, { reason: "not_a_freelancer" }]);
    expect(await invite(NIGHT, "nobody")).toEqual([404, { resource: "freelancers", freelancerId: "nobody" }]);
  });
});

test("ids of any shape lead to what they name, and stay out of addresses made of names", async () => {
  const own = await openSandbox();
  await own.door("POST", "/guesses", { oddIds: true });
  const { ids, tokens } = await own.account();
  const get = (path: string) => own.call(tokens.owner, "GET", path);
  for (const id of ids.proposals) {
    const read = await get(`/proposals/${encodeURIComponent(id)}`);
    expect(read.body.proposal.id).toBe(id);
    const { candidate } = read.body.proposal;
    expect(candidate.profileSlug).toMatch(/^[a-z]+-[a-z]-[0-9a-f]{6}$/);
    for (const name of [candidate.profileSlug, encodeURIComponent(candidate.id)]) {
      expect((await get(`/freelancers/${name}`)).body.freelancer.id).toBe(candidate.id);
    }
  }
  for (const id of ids.jobs) {
    expect((await get(`/jobs/${encodeURIComponent(id)}/proposals`)).status).toBe(200);
    expect((await get(`/contracts?jobId=${encodeURIComponent(id)}`)).status).toBe(200);
  }
  expect((await get(`/contracts/${encodeURIComponent(ids.contracts[0] ?? "")}`)).status).toBe(200);
  await own.close();
});
