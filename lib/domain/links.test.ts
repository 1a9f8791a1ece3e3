import { describe, expect, test } from "vitest";
import { parseApprovalReference } from "./approval-reference";
import {
  guardApprovalLink,
  guardOriginLink,
  guardWithout,
  isApprovalId,
  LINK_RULES,
  type LinkRule,
  linkDifference,
} from "./links";
import { ID, LINK_CORPUS, type LinkCase, ORIGIN } from "./links.corpus";

describe.each(Object.entries(LINK_CORPUS))("%s", (_, cases) => {
  test.each(cases)("$url", ({ url, problem, id = ID, origin = ORIGIN }) => {
    expect(guardApprovalLink({ url, origin, id })).toEqual({
      state: problem === null ? "ok" : "quarantined",
      problem,
    });
    // Whatever may be opened leads, to a browser, to exactly the one address.
    if (problem === null) {
      const opened = new URL(url);
      expect(opened.origin).toBe(new URL(origin).origin);
      expect(decodeURIComponent(opened.pathname)).toBe(`/approvals/${id}`);
      expect(opened.search + opened.hash + opened.username + opened.password).toBe("");
    }
  });
});

test("the corpus holds at least five of each class and a hundred in all", () => {
  const sizes = Object.values(LINK_CORPUS).map((cases) => cases.length);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(5);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThanOrEqual(100);
});

const trusting = [
  "odd_characters",
  "written_authority",
  "written_host",
  "written_port",
  "written_path",
] as const;

/** One way the guard of each class can be got wrong: with rules taken out, or as it is often written. */
const mutations: Record<string, readonly LinkRule[] | ((link: LinkCase) => boolean)> = {
  good: ({ url }) => url === `${ORIGIN}/approvals/${ID}`,
  user_info: ["user_info", "written_host"],
  host_behind_user_info: ({ url }) => url.startsWith(ORIGIN) && url.endsWith(`/approvals/${ID}`),
  ports: ["port", "written_port"],
  look_alike_hosts: ({ url }) => /opentrain\.ai/.test(url) && url.endsWith(`/approvals/${ID}`),
  idn_hosts: ["host", "written_host", "odd_characters"],
  mended_hosts: trusting,
  decimal_hosts: ["written_host"],
  ipv6_hosts: ["written_host"],
  trailing_dots: ({ url }) => new URL(url).hostname.replace(/\.$/, "") === new URL(ORIGIN).hostname,
  schemes: ["scheme"],
  no_urls: ["written_authority"],
  other_paths: ({ url }) => new URL(url).href.startsWith(`${ORIGIN}/approvals/${ID}`),
  other_ids: ["path", "written_path"],
  dot_segments: ["written_path"],
  slashes: ({ url }) =>
    decodeURIComponent(new URL(url).pathname).replaceAll("//", "/") === `/approvals/${ID}`,
  backslashes: trusting,
  tabs_and_newlines: trusting,
  hidden_characters: trusting,
  open_redirects: ["query_or_fragment"],
  queries: ["query_or_fragment"],
  fragments: ["query_or_fragment"],
};

function isLetThrough(mutation: (typeof mutations)[string], link: LinkCase): boolean {
  if (typeof mutation === "function") return URL.canParse(link.url) && mutation(link);
  const { url, origin = ORIGIN, id = ID } = link;
  return guardWithout({ url, origin, id }, mutation).state === "ok";
}

test.each(Object.keys(LINK_CORPUS))("a guard that is wrong about %s is found out by it", (name) => {
  const mutation = mutations[name];
  if (!mutation) throw new Error(`no guard is wrong about ${name}`);
  const cases = LINK_CORPUS[name] ?? [];
  expect(cases.filter((link) => isLetThrough(mutation, link) !== (link.problem === null))).not.toEqual([]);
});

// The path as it is written and as it is read stand for each other; each of the others is needed by itself.
const needed = (Object.keys(LINK_RULES) as LinkRule[]).map((rule): LinkRule[] =>
  rule === "path" ? ["path", "written_path"] : [rule],
);

test.each(needed.map((rules) => [rules]))("the rules %j are needed", (without) => {
  const answers = (rules: readonly LinkRule[]) =>
    Object.values(LINK_CORPUS)
      .flat()
      .map(({ url, origin = ORIGIN, id = ID }) => guardWithout({ url, origin, id }, rules));
  expect(answers(without)).not.toEqual(answers([]));
});

test.each([null, ""])("no link (%j) is missing, not quarantined", (url) => {
  expect(guardApprovalLink({ url, origin: ORIGIN, id: ID })).toEqual({ state: "missing", problem: null });
  expect(guardOriginLink({ url, origin: ORIGIN })).toEqual({ state: "missing", problem: null });
});

test.each([
  [`${ORIGIN}/settings/billing?from=inbox#card`, null],
  [`${ORIGIN}/claim?token=abc`, null],
  ["https://checkout.stripe.com/x", "host"],
  ["http://app.opentrain.ai/claim", "scheme"],
  ["https://app.opentrain.ai:444/claim", "port"],
  ["https://a@app.opentrain.ai/claim", "user_info"],
  ["https://app.opentrain.ai\\claim", "odd_characters"],
  ["javascript:alert(1)", "scheme"],
  ["/claim", "not_a_url"],
])("another link of OpenTrain: %s", (url, problem) => {
  expect(guardOriginLink({ url, origin: ORIGIN })).toEqual({
    state: problem ? "quarantined" : "ok",
    problem,
  });
});

test.each([
  ["host", "https://evil.example/approvals/a", "evil.example"],
  ["host", "http://2130706433:4010/approvals/a", "127.0.0.1 (2130706433)"],
  ["scheme", "javascript:alert(1)", "javascript:"],
  ["port", "https://app.opentrain.ai:444/", "444"],
  ["port", "http://app.opentrain.ai/", "80"],
  ["user_info", "https://a:b@app.opentrain.ai/", "a@"],
  ["path", "https://app.opentrain.ai/x/../y?z", "/x/../y?z"],
  ["query_or_fragment", "https://app.opentrain.ai/approvals/a?b#c", "?b#c"],
  ["not_a_url", "nowhere", "nowhere"],
] as const)("the difference by %s in %s", (problem, url, found) => {
  expect(linkDifference(problem, url)).toBe(found);
});

test.each([
  ["a", true],
  ["a b/é:?#", true],
  ["", false],
  [".", false],
  ["..", false],
  ["a\nb", false],
  ["\ud800", false],
  ["x".repeat(501), false],
])("%j as an id: %s", (id, ok) => expect(isApprovalId(id)).toBe(ok));

describe("what someone pastes", () => {
  test.each([
    [`${ORIGIN}/approvals/${ID}`, ID],
    [`  ${ORIGIN}/approvals/${ID}\n`, ID],
    [`<${ORIGIN}/approvals/${ID}>`, ID],
    [`${ORIGIN}/approvals/a%20b`, "a b"],
    [ID, ID],
    ["5b1c0f3e-0000-4000-8000-2f6d9f0e7a11", "5b1c0f3e-0000-4000-8000-2f6d9f0e7a11"],
    [`${ORIGIN}/approvals/a?next=https://evil.example`, "a"],
    [`${ORIGIN}/approvals/${ID}/?utm_source=chat#top`, ID],
    ["app.opentrain.ai/approvals/appr_lime42", "appr_lime42"],
  ])("%j names a request", (text, id) => expect(parseApprovalReference(text, ORIGIN)).toEqual({ id }));

  test.each([
    ["https://evil.example/approvals/appr_lime42", "other_origin"],
    ["http://app.opentrain.ai/approvals/appr_lime42", "other_origin"],
    ["https://app.opentrain.ai:444/approvals/appr_lime42", "other_origin"],
    ["https://app.opentrain.ai@evil.example/approvals/appr_lime42", "other_origin"],
    ["https://user@app.opentrain.ai/approvals/appr_lime42", "odd_link"],
    [`${ORIGIN}/approvals/`, "other_page"],
    [`${ORIGIN}/approvals/a/b`, "other_page"],
    [`${ORIGIN}/approvals/%E0%A4%A`, "other_page"],
    [`${ORIGIN}/contracts/ctr_1`, "other_page"],
    ["javascript:alert(1)", "not_a_link"],
    ["please confirm", "not_a_link"],
    ["..", "not_a_link"],
    [".", "not_a_link"],
    ["a/b", "not_a_link"],
    ["<b>", "not_a_link"],
    ["", "not_a_link"],
    ["x".repeat(501), "not_a_link"],
    ["ot_pat_live_0123456789abcdef", "secret"],
  ])("%j is refused: %s", (text, problem) =>
    expect(parseApprovalReference(text, ORIGIN)).toEqual({ problem }),
  );
});
