import { describe, expect, it } from "vitest";
import { findReferences } from "./find-references";

const origin = "https://app.opentrain.ai";
const own = "https://inbox.example.com";
const link = `${origin}/approvals/appr_lime42`;
const find = (text: string) => findReferences(text, { origin, own });
const idsIn = (text: string) => find(text).map((found) => ("id" in found ? found.id : found.problem));

describe("a request is found", () => {
  it.each([
    ["alone", link],
    ["by its id", "appr_lime42"],
    ["with what a chat hangs behind it", `${link}?utm_source=slack&utm_medium=chat`],
    ["with a trailing slash", `${link}/`],
    ["with both, and a fragment", `${link}/?utm_campaign=a#top`],
    ["at the end of a sentence", `Please confirm ${link}.`],
    ["in brackets", `The hire (${link}) is waiting`],
    ["in angle brackets", `See <${link}>, thanks`],
    ["in quotes", `“${link}”`],
    ["as Markdown", `[Confirm it](${link})`],
    ["as bold Markdown", `**${link}**`],
    ["without its scheme", "app.opentrain.ai/approvals/appr_lime42"],
    ["without its scheme, in a sentence", "It is at app.opentrain.ai/approvals/appr_lime42, please."],
    ["by its id in a sentence", "Could you look at appr_lime42 today?"],
    ["as this inbox's own page", `${own}/approvals/appr_lime42`],
    ["as JSON", `"approvalUrl":"${link}"`],
  ])("%s", (_how, text) => expect(idsIn(text)).toEqual(["appr_lime42"]));

  it("for every link of a line and every line of a message", () => {
    const text = `Hi Ada,\n\ntwo hires: ${link} and ${link}2/\n - appr_moss11\nThanks`;
    expect(idsIn(text)).toEqual(["not_a_link", "appr_lime42", "appr_lime422", "appr_moss11", "not_a_link"]);
  });

  it("whatever its id is made of", () => {
    for (const id of ['appr" <b>/../x', "appr.x.v1.json", "../../x", "appr?a=1#b", "000123"]) {
      expect(idsIn(`${origin}/approvals/${encodeURIComponent(id)}`)).toEqual([id]);
    }
  });
});

describe("nothing is found, with the reason", () => {
  it.each([
    ["Thanks", "not_a_link"],
    ["Please confirm the hire of 2026-11-22", "not_a_link"],
    ["job_fern07 and prop_oak3 are ready", "not_a_link"],
    ["javascript:alert(1)", "not_a_link"],
    [`${origin}/contracts/ctr_1?from=mail`, "other_page"],
    [`${origin}/approvals/`, "other_page"],
    [`${origin}/approvals/a/b`, "other_page"],
    ["https://user@app.opentrain.ai/approvals/appr_1", "odd_link"],
    [`${origin}/x/../approvals/appr_1`, "odd_link"],
    [`${origin}//approvals//appr_1`, "other_page"],
    ["https:\\\\app.opentrain.ai\\approvals\\appr_1", "not_a_link"],
    ["https://app.opentrain.ai\\approvals\\appr_1", "odd_link"],
    ["here is my key ot_pat_live_0123456789abcdef", "secret"],
    ["ot_pat_live_0123456789abcdef", "secret"],
  ])("%s: %s", (text, problem) => expect(idsIn(text)).toEqual([problem]));

  it.each([
    ["https://evil.example/approvals/appr_1", "https://evil.example"],
    ["http://app.opentrain.ai/approvals/appr_1", "http://app.opentrain.ai"],
    ["https://app.opentrain.ai:444/approvals/appr_1", "https://app.opentrain.ai:444"],
    ["https://app.opentrain.ai@evil.example/approvals/appr_1", "https://evil.example"],
    ["https://evil.example\\@app.opentrain.ai/approvals/appr_1", "https://evil.example"],
    ["https://evil.example?x=app.opentrain.ai/approvals/appr_1", "https://evil.example"],
    [`https://evil.example/?to=${link}`, "https://evil.example"],
  ])("%s leads to %s", (text, leadsTo) =>
    expect(find(text)).toEqual([{ text, problem: "other_origin", leadsTo }]),
  );
});

describe("a text made to be slow is looked through once, and not anew from each of its places", () => {
  const many = 1_000_000;
  it.each([
    ["dots", "a.".repeat(many), "not_a_link"],
    ["brackets", `${link}${")".repeat(many)}x`, "other_page"],
    ["slashes", `${link}${"/".repeat(many)}x`, "other_page"],
  ])("%s", (_of, text, problem) => expect(idsIn(text)).toEqual([problem]));
});
