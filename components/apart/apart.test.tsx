// @vitest-environment happy-dom
import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import { blocked, unanswered } from "@/components/styleguide/apart-fixtures";
import { Harness, type HarnessState } from "@/components/styleguide/harness";
import { ApiFailure } from "@/lib/api/queries/api-failure";
import { blockedKeys } from "@/lib/api/queries/blocked";
import { unansweredKeys } from "@/lib/api/queries/unanswered";
import type { BlockedList } from "@/lib/api/types";
import type { Role } from "@/lib/domain/records";
import { Apart, ApartIndex } from "./apart";
import { BlockedRequests } from "./blocked-requests";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function show(state: HarnessState, role: Role = "owner") {
  return render(
    <Harness state={state} role={role}>
      <ApartIndex />
      <Apart />
    </Harness>,
  ).container;
}
// Each part is fetched where there is something to show in it, and is there from then on.
beforeAll(async () => {
  const container = show("every");
  await waitFor(() => expect(container.querySelectorAll("section")).toHaveLength(3));
  cleanup();
});

const part = (name: RegExp) => within(screen.getByRole("region", { name }));
/** The cache the parts are shown from. */
function Reach({ to }: { to: (client: QueryClient) => void }) {
  const client = useQueryClient();
  const [isGiven, setIsGiven] = useState(false);
  if (!isGiven) {
    setIsGiven(true);
    to(client);
  }
  return null;
}

function failBlocked(client: QueryClient) {
  client.removeQueries({ queryKey: blockedKeys.all });
  void client.prefetchQuery({
    queryKey: blockedKeys.all,
    queryFn: () => Promise.reject(new ApiFailure(500, null)),
    retry: false,
  });
}

const refused = /^Wanted, and could not be asked/;

it("says of each part how much there is, and the same number leads to it from the top", () => {
  const container = show("every");
  const links = screen.getAllByRole("link", { name: /could not be asked|without an answer|not proven/ });
  expect(links.map(({ textContent }) => textContent)).toEqual([
    "3 could not be asked",
    "1 without an answer",
    "2 not proven",
  ]);
  for (const link of links) {
    const target = container.querySelector(link.getAttribute("href") ?? "");
    const count = Number.parseInt(link.textContent ?? "", 10);
    // What was found out since, and what faded, is folded away and not counted.
    const counted = ":scope > ul > li:not(:has(details))";
    expect(target?.querySelectorAll(counted)).toHaveLength(count);
    expect(target?.querySelector("h2")?.textContent).toMatch(new RegExp(` · ${count}$`));
  }
});

it("folds away what nobody will hear of any more, and counts it nowhere", () => {
  const container = show("every");
  const folded = container.querySelector("#unanswered details");
  expect(folded?.querySelector("summary")?.textContent).toBe("of one nothing was heard for 7 days");
  expect(folded?.textContent).toContain("Nothing was heard of it for 7 days.");
});

it("words what is not answered by what has become of it", async () => {
  const [asked] = unanswered;
  if (!asked) throw new Error("no fixture");
  const answered = { ...asked, state: "answered" as const };
  const tell = (list: typeof unanswered) => (client: QueryClient) =>
    client.setQueryData(unansweredKeys.all, { unanswered: list });
  const { container } = render(
    <Harness state="every">
      <Reach
        to={tell([
          { ...answered, approvalId: "apr_found" },
          { ...answered, id: "una_done" },
          { ...answered, id: "una_old", state: "faded" },
        ])}
      />
      <Apart />
    </Harness>,
  );
  await waitFor(() => expect(screen.getByRole("heading", { name: "No answer is missing now" })).toBeTruthy());
  const part = container.querySelector("#unanswered");
  expect(part?.textContent).not.toContain("is not known");
  expect(part?.querySelector("summary")?.textContent).toBe(
    "2 were answered since and of one nothing was heard for 7 days",
  );
  expect(part?.querySelectorAll("a")).toHaveLength(1);
  expect(part?.querySelector("a")?.getAttribute("href")).toBe("/approvals/apr_found");
  expect(part?.textContent).toContain("nothing of it waits for a decision");
  expect(container.textContent).not.toContain("no answer is missing");
});

it("says whom it is about, where each figure comes from, and why something is not known", () => {
  const container = show("every");
  const [hire, , odd] = [...container.querySelectorAll("#blocked > ul > li")];
  expect(hire?.textContent).toContain("Hire Imani W. · Batch 7Street signs, Porto");
  expect(hire?.textContent).toContain("$620.00");
  expect(hire?.textContent).toContain("told by agent");
  expect(odd?.textContent).toContain("unknown: OpenTrain said 450.005");
  const release = container.querySelector("#unanswered > ul > li");
  expect(release?.textContent).toContain("Release Batch 2");
  expect(release?.textContent).toContain("$250.00");
  expect(release?.textContent).toContain("OpenTrain");
});

it("names each button by its own request, also where two ask for the same", () => {
  const twice = blocked.flatMap((one) => [one, { ...one, id: `${one.id}_again`, reason: "feature_off" }]);
  render(
    <Harness state="every">
      <Reach to={(client) => client.setQueryData(blockedKeys.all, { blocked: twice })} />
      <BlockedRequests />
    </Harness>,
  );
  const names = screen.getAllByRole("button").map((button) => button.getAttribute("aria-label"));
  expect(names).toHaveLength(6);
  expect(new Set(names).size).toBe(6);
  expect(names[0]).toBe("Dismiss: Hire Imani W. · Batch 7, 1 of 2");
});

it("has no heading for what is empty, and says in one sentence that it is", () => {
  const container = show("empty");
  expect(screen.queryByRole("heading")).toBeNull();
  expect(screen.queryByRole("navigation")).toBeNull();
  expect(container.textContent).toBe(
    "Apart from the list: nothing was refused, no answer is missing, and nothing is left unproven.",
  );
});

it("names why it was refused and what to do, with OpenTrain's own way only if it leads there", () => {
  show("every");
  const { getByText, getByRole, getAllByRole, queryByText } = part(refused);
  expect(getByText(/no payment method is on file/)).toBeTruthy();
  const billing = getByRole("link", { name: /Open billing on OpenTrain/ });
  expect(billing.getAttribute("href")).toBe("https://app.opentrain.ai/settings/billing");
  expect(billing.getAttribute("rel")).toBe("noopener");
  expect(getAllByRole("link")).toHaveLength(1);
  expect(
    getByText("OpenTrain gave a link that does not lead to your account. It is set aside."),
  ).toBeTruthy();
  expect(queryByText(/See it on OpenTrain/)).toBeNull();
});

it("keeps words of others inert, and shows a word for the reason that nobody knows", () => {
  const container = show("every");
  expect(container.querySelector("b")).toBeNull();
  expect(container.textContent).not.toMatch(/[\u202e\u200b]/);
  expect(container.textContent).toContain("a word that is not known here: “moon_phaseU+202E_wrong”");
});

it("lets the owner alone take one away", () => {
  show("every", "finance");
  expect(screen.queryByRole("button")).toBeNull();
});

it("takes one away once the server said so, and brings it back where it was", async () => {
  const calls: string[] = [];
  let answer = () => Response.json({ csrfToken: "t" });
  vi.stubGlobal("fetch", async (path: string) => {
    calls.push(path);
    return path === "/api/auth/csrf" ? Response.json({ csrfToken: "t" }) : answer();
  });
  let client: QueryClient | null = null;
  render(
    <Harness state="every">
      <Reach
        to={(one) => {
          client = one;
        }}
      />
      <Apart />
    </Harness>,
  );
  const tell = (list: typeof blocked) =>
    client?.setQueryData<BlockedList>(blockedKeys.all, { blocked: list });
  answer = () => Response.json({ error: "Not now.", code: "INTERNAL" }, { status: 500 });
  fireEvent.click(part(refused).getByRole("button", { name: "Dismiss: Hire Theo G." }));
  await waitFor(() => expect(screen.getByRole("alert").textContent).toBe("It was not dismissed: Not now."));
  expect(part(refused).getAllByRole("listitem")).toHaveLength(3);

  answer = () => new Response(null, { status: 204 });
  fireEvent.click(part(refused).getByRole("button", { name: "Dismiss: Hire Theo G." }));
  const undo = await part(refused).findByRole("button", { name: "Undo: Hire Theo G." });
  expect(calls).toContain("/api/blocked/blk_fit/dismiss");
  tell(blocked.filter(({ id }) => id !== "blk_fit"));
  await waitFor(() => expect(screen.getByRole("heading", { name: /could not be asked · 2$/ })).toBeTruthy());
  expect(part(refused).getAllByRole("listitem")[1]?.textContent).toBe("Dismissed: Hire Theo G.Undo");
  expect(document.activeElement).toBe(undo);

  // The server lists it again before it is taken out of what is kept back here.
  tell(blocked);
  undo.focus();
  fireEvent.click(undo);
  await waitFor(() => expect(calls).toContain("/api/blocked/blk_fit/restore"));
  await waitFor(() => expect(screen.getByRole("heading", { name: /could not be asked · 3$/ })).toBeTruthy());
  expect(part(refused).getAllByRole("listitem")[1]?.textContent).toContain("Because");
  expect(document.activeElement).toBe(part(refused).getByRole("button", { name: "Dismiss: Hire Theo G." }));
});

it("never passes a failure off as nothing", async () => {
  const { container } = render(
    <Harness state="empty">
      <Reach to={failBlocked} />
      <Apart />
    </Harness>,
  );
  await waitFor(() => expect(part(refused).getByRole("status").textContent).toMatch(/could not be loaded/));
  expect(container.textContent).not.toContain("nothing was refused");
});
