import { expect, it } from "vitest";
import { answerApproval } from "@/lib/http/answers/approval";
import { useTestDatabase } from "@/lib/testing/database";
import { insertApprovalRow } from "@/lib/testing/factories/insert-approval";
import { makeWorkspace } from "@/lib/testing/factories/make-workspace";

const database = useTestDatabase();

it.each([
  ["host", "https://evil.test/approvals/appr_1", "it leads to evil.test, not to the connected OpenTrain"],
  [
    "path",
    "https://app.opentrain.ai/else\u202ewhere/<b>",
    "it leads to /else[U+202E]where/<b>, which is not",
  ],
] as const)(
  "says where a stored link that was set aside leads, without handing it out: %s",
  async (linkProblem, approvalUrl, said) => {
    const made = await makeWorkspace(database.db, { origin: "https://app.opentrain.ai" });
    const stored = { approvalUrl, linkState: "quarantined", linkProblem } as const;
    const { id } = await insertApprovalRow(database.db, made, stored);
    const answer = await answerApproval(made.owner, id);
    expect(answer).toMatchObject({ approval: { approvalUrl: null, linkProblemCode: linkProblem } });
    expect(answer.approval.linkProblem).toContain(said);
    expect(JSON.stringify(answer)).not.toContain(approvalUrl);
  },
);
