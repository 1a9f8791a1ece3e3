import { expect } from "vitest";
import type { Claim } from "../claim";
import { expectFields } from "../expect-fields";
import { expectReason, expectRefusal } from "../expect-refusal";
import { at, listAt, textAt } from "../look";

const proposalFields = {
  id: "text",
  jobId: "text",
  jobTitle: "text",
  createdAt: "instant",
  updatedAt: "instant",
  status: "object",
  bid: "object",
  candidate: "object",
  metrics: "object",
} as const;
const statuses = ["UNREVIEWED", "SHORTLISTED", "MAYBE", "HIRED", "DECLINED", "NOT_A_FIT", "RESUME_SENT"];

const jobs: Claim[] = [
  {
    section: "8",
    claim: "a job of one's own has every field of the entry",
    kind: "shape",
    async reads(reader) {
      const job = await reader.first("/jobs/mine", "jobs");
      expectFields(job, {
        id: "text",
        title: "text",
        status: ["DRAFT", "OPEN", "ONGOING", "COMPLETED", "ARCHIVED", "PENDING_APPROVAL"],
        published: "boolean",
        acceptingApplicants: "boolean",
        createdAt: "instant",
        updatedAt: "instant",
        jobUrl: "text",
        proposalCounts: "object",
      });
      expectFields(at(job, "proposalCounts"), { total: "integer", unreviewed: "integer" });
      expect(textAt(job, "jobUrl")).toContain(textAt(job, "id"));
    },
  },
  {
    section: "20.1",
    claim: "jobs are paged: each once, in the same order, null at the end",
    kind: "paging",
    async reads(reader) {
      const whole = listAt((await reader.get("/jobs/mine?limit=100")).json, "jobs").map((one) =>
        at(one, "id"),
      );
      const paged: unknown[] = [];
      for (let cursor: unknown = ""; cursor !== null && paged.length <= whole.length; ) {
        const asked = cursor === "" ? "" : `&cursor=${encodeURIComponent(String(cursor))}`;
        const { json } = await reader.get(`/jobs/mine?limit=2${asked}`);
        paged.push(...listAt(json, "jobs").map((one) => at(one, "id")));
        cursor = at(json, "nextCursor");
      }
      expect(paged).toEqual(whole);
    },
  },
  ...["0", "-1", "x"].map(
    (limit): Claim => ({
      section: "8",
      claim: `a page of ${limit} jobs is 400`,
      kind: "paging",
      async reads(reader) {
        expectRefusal(await reader.get(`/jobs/mine?limit=${limit}`), 400);
      },
    }),
  ),
  {
    section: "8",
    claim: "jobs can be asked for by state; one that is none is 400 and tells the states there are",
    kind: "reason",
    async reads(reader) {
      const open = listAt((await reader.get("/jobs/mine?status=OPEN")).json, "jobs");
      expect(open.every((one) => at(one, "status") === "OPEN")).toBe(true);
      expectRefusal(await reader.get("/jobs/mine?status=LOST"), 400, {
        supportedStatuses: expect.arrayContaining(["OPEN", "ARCHIVED"]),
      });
    },
  },
  {
    section: "8",
    claim: "a public job is a bare object and needs no token",
    kind: "shape",
    async tries(bench) {
      const world = await bench.account();
      const { json } = await world.get("/jobs/mine?status=OPEN");
      const heard = await world.as(null, "GET", `/jobs/${textAt(json, "jobs.0.id")}`);
      expect(heard.status).toBe(200);
      expectFields(heard.json, { id: "text", title: "text", status: "text", url: "text", pay: "object" });
    },
  },
  {
    section: "8",
    claim: "a job that is not public any more is 404 with its id and the word closed, not the envelope",
    kind: "reason",
    async tries(bench) {
      const world = await bench.account();
      const { json } = await world.get("/jobs/mine?status=ONGOING");
      const id = textAt(json, "jobs.0.id");
      const heard = await world.as(null, "GET", `/jobs/${id}`);
      expect({ status: heard.status, json: heard.json }).toEqual({
        status: 404,
        json: { id, status: "closed" },
      });
    },
  },
  {
    section: "8",
    claim: "a public job's id of over 64 characters is 400",
    kind: "reason",
    async tries(bench) {
      const world = await bench.account();
      expectRefusal(await world.as(null, "GET", `/jobs/${"x".repeat(65)}`), 400);
    },
  },
];

const proposals: Claim[] = [
  {
    section: "7.1",
    claim: "a proposal of the list has every field, its state raw and labelled",
    kind: "shape",
    async tries(bench) {
      const world = await bench.account();
      const { json } = await world.get(`/jobs/${world.made.ids.jobs[0]}/proposals`);
      const [proposal] = listAt(json, "proposals");
      expectFields(proposal, proposalFields);
      expectFields(at(proposal, "status"), { raw: statuses, label: "text" });
      expectFields(at(proposal, "bid"), {
        amountUsd: "number",
        unit: "text",
        labelerHourlyRateUsd: "number?",
      });
      expectFields(at(proposal, "candidate"), { id: "text", displayName: "text", firstName: "text" });
      expectFields(at(proposal, "metrics"), { interviewScore: "number?", matchScore: "number?" });
    },
  },
  {
    section: "7.2",
    claim: "the one proposal has interview, verification, assessment and contract besides",
    kind: "shape",
    async tries(bench) {
      const world = await bench.account();
      const { json } = await world.get(`/proposals/${await world.proposal()}`);
      const proposal = at(json, "proposal");
      expectFields(proposal, proposalFields);
      for (const name of ["aiInterview", "verification", "openLabel", "contract"]) {
        expect(proposal).toHaveProperty(name);
      }
    },
  },
  {
    section: "7.1",
    claim: "proposals come newest first",
    kind: "paging",
    async tries(bench) {
      const world = await bench.account({ scenario: "demo" });
      for (const id of world.made.ids.jobs) {
        const listed = listAt((await world.get(`/jobs/${id}/proposals`)).json, "proposals");
        const made = listed.map((one) => Date.parse(textAt(one, "createdAt")));
        expect(made).toEqual(made.toSorted((a, b) => b - a));
      }
    },
  },
  {
    section: "7.1",
    claim: "the cursor is the id of a proposal, and the last page has none",
    kind: "paging",
    async tries(bench) {
      const world = await bench.account();
      const path = `/jobs/${world.made.ids.jobs[0]}/proposals`;
      const whole = listAt((await world.get(path)).json, "proposals").map((one) => at(one, "id"));
      expect(whole.length).toBeGreaterThanOrEqual(2);
      const first = await world.get(`${path}?limit=1`);
      const cursor = textAt(first.json, "nextCursor");
      expect(whole).toContain(cursor);
      const rest = await world.get(`${path}?limit=100&cursor=${cursor}`);
      const ids = [first, rest].flatMap(({ json }) => listAt(json, "proposals").map((one) => at(one, "id")));
      expect(ids).toEqual(whole);
      expect(at(rest.json, "nextCursor")).toBeNull();
    },
  },
  {
    section: "7.1",
    claim: "a state to ask for may be written in any case, with spaces or hyphens",
    kind: "paging",
    async tries(bench) {
      const world = await bench.account();
      const marked = await world.proposal("NOT_A_FIT");
      const { json } = await world.get(`/proposals/${marked}`);
      for (const status of ["not_a_fit", "Not%20a%20fit", "not-a-fit"]) {
        const heard = await world.get(`/jobs/${textAt(json, "proposal.jobId")}/proposals?status=${status}`);
        expect(listAt(heard.json, "proposals").map((one) => at(one, "id"))).toEqual([marked]);
      }
    },
  },
  {
    section: "7.1",
    claim: "a state that is none is 400 and tells the states there are",
    kind: "reason",
    async tries(bench) {
      const world = await bench.account();
      expectRefusal(await world.get(`/jobs/${world.made.ids.jobs[0]}/proposals?status=LOST`), 400, {
        supportedStatuses: expect.arrayContaining(statuses),
      });
    },
  },
  {
    section: "7.1",
    claim: "a page of no proposals is 400",
    kind: "paging",
    async tries(bench) {
      const world = await bench.account();
      expectRefusal(await world.get(`/jobs/${world.made.ids.jobs[0]}/proposals?limit=0`), 400);
    },
  },
  {
    section: "19.3",
    claim: "another account's proposal and job are 403, ones that never were 404",
    kind: "visibility",
    async tries(bench) {
      const [world, other] = [await bench.account(), await bench.account()];
      const proposal = await world.proposal();
      expectRefusal(await other.get(`/proposals/${proposal}`), 403);
      expectRefusal(await other.get(`/jobs/${world.made.ids.jobs[0]}/proposals`), 403);
      expectRefusal(await world.get("/proposals/prop_none"), 404);
      expectRefusal(await world.get("/jobs/job_none/proposals"), 404);
    },
  },
  {
    section: "7.3",
    claim: "an interview is read with its messages; without one it is 404",
    kind: "shape",
    async tries(bench) {
      const world = await bench.account();
      const { json } = await world.get(`/proposals/${await world.proposal()}/interview`);
      expectFields(at(json, "interview"), {
        proposalId: "text",
        score: "number?",
        summary: "text?",
        messages: "list",
      });
      const [message] = listAt(json, "interview.messages");
      expectFields(message, {
        id: "text",
        role: ["interviewer", "candidate"],
        content: "text",
        sentAt: "instant",
      });
      expectRefusal(await world.get(`/proposals/${await world.proposal("NOT_A_FIT")}/interview`), 404);
    },
  },
  {
    section: "7.3",
    claim: "a conversation is started once; again it is the same one",
    kind: "state",
    async tries(bench) {
      const world = await bench.account();
      const path = `/proposals/${await world.proposal()}/conversation`;
      const [first, second] = [await world.post(path), await world.post(path)];
      expectFields(first.json, {
        conversationId: "text",
        proposalId: "text",
        jobId: "text",
        created: "boolean",
      });
      expect(first.json).toMatchObject({ ok: true, created: true });
      expect(second.json).toMatchObject({ created: false, conversationId: at(first.json, "conversationId") });
    },
  },
  {
    section: "24",
    claim: "neither a proposal nor a freelancer tells a last name, a mail address or a number",
    kind: "visibility",
    async tries(bench) {
      const world = await bench.account();
      const proposal = await world.get(`/proposals/${await world.proposal()}`);
      const candidate = at(proposal.json, "proposal.candidate");
      const freelancer = await world.get(`/freelancers/${textAt(candidate, "id")}`);
      for (const { text } of [proposal, freelancer]) expect(text).not.toMatch(/@[a-z0-9-]+\.|\+\d{6}/i);
      expect(textAt(candidate, "displayName")).toMatch(/^\S+ \p{L}\.?$/u);
      expect(candidate).not.toHaveProperty("lastName");
    },
  },
];

const others: Claim[] = [
  {
    section: "17",
    claim: "a freelancer is found by id and by slug, and one that never was is 404",
    kind: "shape",
    async tries(bench) {
      const world = await bench.account();
      const { json } = await world.get(`/proposals/${await world.proposal()}`);
      const id = textAt(json, "proposal.candidate.id");
      const byId = await world.get(`/freelancers/${id}`);
      expectFields(at(byId.json, "freelancer"), {
        id: "text",
        profileSlug: "text",
        profilePath: "text",
        displayName: "text",
      });
      const bySlug = await world.get(`/freelancers/${textAt(byId.json, "freelancer.profileSlug")}`);
      expect(at(bySlug.json, "freelancer.id")).toBe(id);
      expectRefusal(await world.get("/freelancers/nobody-0"), 404);
    },
  },
  {
    section: "8",
    claim: "an invitation to a job is 201 the first time and 200 the next, the same proposal",
    kind: "state",
    async tries(bench) {
      const world = await bench.account();
      const [night] = listAt((await world.get("/jobs/mine?status=OPEN")).json, "jobs");
      const { json } = await world.get(`/contracts/${world.contractId()}`);
      const body = { freelancerId: textAt(json, "contract.freelancer.userId") };
      const path = `/jobs/${textAt(night, "id")}/invites`;
      const [first, second] = [await world.post(path, body), await world.post(path, body)];
      expect([first.status, second.status]).toEqual([201, 200]);
      expect(first.json).toMatchObject({ ok: true, alreadyInvited: false, jobId: at(night, "id") });
      expect(second.json).toMatchObject({ alreadyInvited: true, proposalId: at(first.json, "proposalId") });
    },
  },
  {
    section: "19.2",
    claim: "nobody is invited to a job that is not published",
    kind: "reason",
    async tries(bench) {
      const world = await bench.account();
      const { json } = await world.get(`/contracts/${world.contractId()}`);
      const [closed] = listAt((await world.get("/jobs/mine?status=ONGOING")).json, "jobs");
      const body = { freelancerId: textAt(json, "contract.freelancer.userId") };
      expectReason(await world.post(`/jobs/${textAt(closed, "id")}/invites`, body), 409, "job_not_published");
    },
  },
  {
    section: "16",
    claim: "the team is the organization, its members with their roles, and its invitations",
    kind: "shape",
    async tries(bench) {
      const world = await bench.account();
      const { json } = await world.get("/team");
      expectFields(at(json, "team.organization"), { id: "text", name: "text", ownerUserId: "text" });
      expectFields(at(json, "team"), { members: "list", invites: "list" });
      const roles = listAt(json, "team.members").map((one) => at(one, "role"));
      expect(roles.filter((role) => role === "OWNER")).toEqual(["OWNER"]);
      expect(roles).toContain("MEMBER");
    },
  },
  {
    section: "16",
    claim: "an invitation to the team is listed, and a member is not invited again",
    kind: "state",
    async tries(bench) {
      const world = await bench.account();
      const owner = world.made.tokens.owner;
      const heard = await world.as(owner, "POST", "/team/invites", { email: "new@example.com" });
      expect(heard.json).toMatchObject({ ok: true, status: "invite_created", email: "new@example.com" });
      const { json } = await world.get("/team");
      expect(listAt(json, "team.invites")).toMatchObject([
        { email: "new@example.com", expiresAt: expect.any(String) },
      ]);
      const member = listAt(json, "team.members").find((one) => at(one, "role") === "MEMBER");
      const again = await world.as(owner, "POST", "/team/invites", { email: textAt(member, "email") });
      expect(again.json).toMatchObject({ status: "already_member" });
    },
  },
  {
    section: "19.2",
    claim: "an invitation that cannot be mailed is refused as such",
    kind: "reason",
    async tries(bench) {
      const world = await bench.account();
      const body = { email: "nobody@nowhere.invalid" };
      expectReason(
        await world.as(world.made.tokens.owner, "POST", "/team/invites", body),
        409,
        "invite_email_send_failed",
      );
    },
  },
  {
    section: "19.2",
    claim: "an organization without teams says so",
    kind: "reason",
    async tries(bench) {
      const world = await bench.account({ flags: { teams: false } });
      expectReason(await world.get("/team"), 403, "teams_not_enabled");
    },
  },
];

export const workClaims: Claim[] = [...jobs, ...proposals, ...others];
