// @vitest-environment happy-dom
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { confirmed, hire, pastedHire, release } from "@/components/styleguide/fixtures";
import { Harness } from "@/components/styleguide/harness";
import type { Approval, Around } from "@/lib/api/types";
import { Facts } from "./facts";

afterEach(cleanup);

function show(approval: Approval, around: Around[] = []) {
  const { container } = render(
    <Harness state="full">
      <Facts approval={approval} around={around} />
    </Harness>,
  );
  const facts = [...container.querySelectorAll("dl > div")].map((fact) => [
    fact.querySelector("dt")?.textContent,
    (fact.querySelector("dd")?.textContent ?? "").replace(/\s/g, " "),
  ]);
  return Object.fromEntries(facts) as Record<string, string>;
}
const unread = (what: Around["what"], text: string): Around => ({
  what,
  id: "any",
  source: "opentrain",
  readAt: null,
  unknown: { code: "scope", since: "2026-11-21T09:00:00.000Z", text },
});

it("says in its place why a value is not known", () => {
  const said = show({ ...pastedHire, counterparty: null, jobTitle: null }, [
    unread("proposal", "The proposal is unknown: why."),
    unread("job", "The job is unknown: why."),
  ]);
  expect(said).toMatchObject({
    Freelancer: "The proposal is unknown: why.",
    Job: "The job is unknown: why.",
  });
  cleanup();
  const held = { ...release, counterparty: null, contractTitle: null, milestoneName: null };
  expect(show(held, [unread("contract", "The contract is unknown: why.")])).toMatchObject({
    Freelancer: "The contract is unknown: why.",
    Contract: "con_nightThe contract is unknown: why.",
    Milestone: "The contract is unknown: why.",
  });
});

it("keeps what was read before, though it cannot be read now", () => {
  expect(show(release, [unread("contract", "The contract is unknown: why.")]).Freelancer).toBe("Ada L.");
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

it("says how old what was read around it is", () => {
  const read = { ...unread("contract", ""), readAt: "2026-11-21T09:57:00.000Z", unknown: null };
  expect(show(release, [read]).Contract).toBe("Night footage · read 3 min ago");
});

it("keeps what came of it as OpenTrain named it, and no more than plain values", () => {
  const result = { contractId: "con_9", note: "<b>\u202e", deep: { no: 1 } };
  expect(show({ ...confirmed, result }).Result).toBe("contractId con_9note <b>U+202E");
  cleanup();
  expect(show({ ...confirmed, result: null }).Result).toBeUndefined();
});
