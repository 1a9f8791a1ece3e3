import { createServer } from "node:http";

// Answers at once, so that what stands in front of it is all there is to measure.
const contracts = Array.from({ length: 10 }, (_, index) => ({
  id: `con_${index}`,
  title: `Boxes around things ${index}`,
  status: "active",
  freelancer: { userId: `usr_${index}`, displayName: "Noor B.", country: "PT" },
}));
const list = Buffer.from(JSON.stringify({ contracts }));
const me = Buffer.from(
  JSON.stringify({
    actor: { userId: "usr_bench", userType: "EMPLOYER" },
    token: { id: "tok_bench", label: "bench", scopes: ["payments:read"], ownerOrganizationId: "org_bench" },
    account: {
      kind: "employer_organization",
      organizationId: "org_bench",
      ownerUserId: "usr_bench",
      memberRole: "OWNER",
    },
  }),
);

function approval(milestoneId) {
  const at = Date.now();
  const id = `appr_${milestoneId}`;
  const answer = {
    approval: {
      id,
      type: "milestone_fund",
      status: "pending",
      contractId: "con_1",
      milestoneId,
      jobId: null,
      proposalId: null,
      approvalUrl: `http://${server.address().address}:${server.address().port}/approvals/${id}`,
      expiresAt: new Date(at + 72 * 3_600_000).toISOString(),
      resolvedAt: null,
      result: null,
      createdAt: new Date(at).toISOString(),
    },
    message: "A human has to confirm.",
  };
  return Buffer.from(JSON.stringify(answer));
}

const server = createServer((req, res) => {
  const funded = /\/milestones\/([^/]+)\/fund$/.exec(req.url);
  const body = funded ? approval(funded[1]) : req.url.endsWith("/auth/me") ? me : list;
  req.resume();
  req.once("end", () => {
    res.writeHead(funded ? 202 : 200, { "Content-Type": "application/json", "Content-Length": body.length });
    res.end(body);
  });
});
server.listen(0, "127.0.0.1", () => process.send({ type: "ready", port: server.address().port }));
for (const end of ["disconnect", "SIGTERM"]) process.on(end, () => process.exit(0));
