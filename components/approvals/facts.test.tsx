// @vitest-environment happy-dom
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { confirmed, hire, pastedHire, release, summary } from "@/components/styleguide/fixtures";
import { Harness } from "@/components/styleguide/harness";
import type { Approval, Summary } from "@/lib/api/types";
import { Facts } from "./facts";

afterEach(cleanup);

function show(
  approval: Approval,
  notices: Summary["connection"]["notices"] = [],
  contractReadAt: string | null = null,
) {
  const { container } = render(
    <Harness state="full" summaryMore={{ connection: { ...summary.connection, notices } }}>
      <Facts approval={approval} contractReadAt={contractReadAt} />
    </Harness>,
  );
  const facts = [...container.querySelectorAll("dl > div")].map((fact) => [
    fact.querySelector("dt")?.textContent,
    fact.querySelector("dd")?.textContent ?? "",
  ]);
  return Object.fromEntries(facts) as Record<string, string>;
}

it("says in its place why a value is not known", () => {
  const unread = { ...pastedHire, counterparty: null, jobTitle: null };
  expect(show(unread)).toMatchObject({
    Freelancer: "unknown: OpenTrain has not shown it to any connected token",
    Job: "unknown: OpenTrain has not shown it to any connected token",
  });
  cleanup();
  const notices = ["proposals:read", "jobs:read"].map((scope) => ({ kind: "scope_missing" as const, scope }));
  expect(show(unread, notices)).toMatchObject({
    Freelancer: "unknown: no connected token has proposals:read",
    Job: "unknown: no connected token has jobs:read",
  });
});

it("leaves out what the request does not have", () => {
  expect(Object.keys(show({ ...hire, jobId: null, jobTitle: null }))).toEqual([
    "Status",
    "Asked",
    "Lapses",
    "Freelancer",
    "Approval",
    "Last read",
  ]);
});

it("says how old what was read around it is, and keeps a contract nobody could read linked", () => {
  const read = show({ ...release, contractTitle: null }, [], "2026-11-21T09:57:00.000Z");
  expect(read.Contract?.replace(/\s/g, " ")).toBe("con_night · read 3 min ago");
  cleanup();
  expect(show({ ...release, contractTitle: null }).Contract).toBe(
    "con_night, unknown: OpenTrain has not shown it to any connected token",
  );
});

it("keeps what came of it as OpenTrain named it, and no more than plain values", () => {
  const result = { contractId: "con_9", note: "<b>\u202e", deep: { no: 1 } };
  expect(show({ ...confirmed, result }).Result).toBe("contractId con_9note <b>U+202E");
  cleanup();
  expect(show({ ...confirmed, result: null }).Result).toBeUndefined();
});
