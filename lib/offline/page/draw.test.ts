// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { OFFLINE_WORDS } from "@/lib/messages/offline-words";
import type { KeptList, KeptRow } from "../kept";
import { draw } from "./draw";
import type { View } from "./view";
import { wordsFor } from "./words";

const minute = 60_000;
const hour = 60 * minute;
const savedAt = Date.parse("2026-11-21T13:02:00.000Z");
/** The device's clock is a day ahead of OpenTrain's. */
const asOf = new Date(savedAt - 24 * hour);
const after = (ms: number) => new Date(asOf.getTime() + ms).toISOString();

const row = (more: Partial<KeptRow>): KeptRow => ({
  id: "apr_1",
  type: "proposal_hire",
  phase: "waiting",
  who: "Noor B.",
  what: "Street scenes",
  place: null,
  amount: { kind: "charge", totalCents: 50_495, maxTotalCents: 50_495, atLeast: false, isWithheld: false },
  createdAt: after(-hour),
  expiresAt: after(3 * hour),
  way: { url: "https://app.opentrain.ai/approvals/apr_1", why: null },
  ...more,
});
const kept = (rows: KeptRow[], more: Partial<KeptList> = {}): KeptList => ({
  asOf: asOf.toISOString(),
  savedAt,
  locale: "en",
  theme: null,
  timeZone: "Europe/Berlin",
  isSandbox: false,
  openTrain: { isFollowed: true, lastReadAt: null },
  count: rows.length,
  rows,
  ...more,
});
function shown(view: Partial<View>) {
  const page = draw({
    kept: null,
    cause: "offline",
    now: savedAt + 12 * minute,
    path: "/",
    words: OFFLINE_WORDS.en,
    locale: "en",
    timeZone: "Europe/Berlin",
    ...view,
  });
  const main = document.createElement("main");
  main.append(...page.parts);
  return { main, text: (main.textContent ?? "").replace(/\s+/g, " "), title: page.title };
}

describe("the page without a network", () => {
  it("says that it is offline, and how old what it shows is", () => {
    const { text, title } = shown({ kept: kept([row({})]) });
    expect(text).toContain("You are offline.");
    expect(text).toContain("This is what was known 12 min ago, today at 14:02 CET.");
    expect(text).toContain("Nothing new shows until you are back.");
    expect(text).toContain("1 was waiting");
    expect(title).toBe("What was known · Countersign");
  });

  it("works the time left out anew, by OpenTrain's clock", () => {
    expect(shown({ kept: kept([row({})]) }).text).toContain("2 h 48 min left");
    const past = shown({ kept: kept([row({ expiresAt: after(5 * minute) })]) });
    expect(past.text).toContain("its time is past");
    expect(past.main.querySelector("time.last")).not.toBeNull();
  });

  it("says who, what and how much, both ends of it, and what is not known", () => {
    const more = { kind: "charge", atLeast: false, isWithheld: false } as const;
    const { text } = shown({
      kept: kept([
        row({}),
        row({
          type: "milestone_fund",
          what: "Batch 2",
          amount: { ...more, totalCents: 25_000, maxTotalCents: 27_500 },
        }),
        row({
          type: "contract_end",
          amount: { ...more, kind: "at_stake", totalCents: null, maxTotalCents: null },
        }),
        row({ amount: { ...more, totalCents: null, maxTotalCents: null, isWithheld: true } }),
      ]),
    });
    for (const part of ["Hire Noor B.", "Street scenes", "$504.95", "Fund Batch 2", "$250.00 to $275.00"]) {
      expect(text).toContain(part);
    }
    expect(text).toContain("unknownin escrow");
    expect(text).toContain("not kept");
  });

  it("never looks like an empty inbox when nothing is kept", () => {
    const { text, title } = shown({});
    expect(text).toContain("What waits is not known here");
    expect(text).toContain("not even that nothing does");
    expect(text).not.toContain("waiting");
    expect(title).toBe("Not reachable · Countersign");
  });

  it("says of an empty list that it was empty then", () => {
    const { text } = shown({ kept: kept([]) });
    expect(text).toContain("Nothing was waiting");
    expect(text).toContain("What was asked since then does not show here.");
  });

  it("says when OpenTrain itself was not heard by then", () => {
    const openTrain = { isFollowed: false, lastReadAt: new Date(savedAt - hour).toISOString() };
    expect(shown({ kept: kept([row({})], { openTrain }) }).text).toContain(
      "OpenTrain itself had last been read today at 13:02 CET.",
    );
  });

  it("tells a dead server from a dead network", () => {
    const silent = shown({ kept: kept([row({})]), cause: "silent" }).text;
    expect(silent).toContain("This inbox does not answer.");
    expect(silent).not.toContain("You are offline");
  });
});

describe("one request without a network", () => {
  const path = "/approvals/apr_1";

  it("keeps the way out, and says how it is known", () => {
    const { main, text } = shown({ kept: kept([row({})]), path });
    const link = main.querySelector("footer a");
    expect(link?.getAttribute("href")).toBe("https://app.opentrain.ai/approvals/apr_1");
    expect(link?.getAttribute("rel")).toBe("noopener");
    expect(text).toContain("This is what was known 12 min ago");
    expect(text).toContain("The last known address. It opens once this device has a network.");
    expect(shown({ kept: kept([row({})]), path, cause: "silent" }).text).toContain("it may well open");
  });

  it("keeps it past its time too, and says that the outcome is not known", () => {
    const { main, text } = shown({ kept: kept([row({ expiresAt: after(2 * minute) })]), path });
    expect(text).toContain("Its time ran out 10 min ago. What came of it is not known here.");
    expect(main.querySelector("footer a")).not.toBeNull();
  });

  it.each(["javascript:alert(1)", "data:text/html,x", "nonsense"])("follows no %s", (url) => {
    const { main } = shown({ kept: kept([row({ way: { url, why: null } })]), path });
    expect(main.querySelector("footer a")).toBeNull();
  });

  it("says why there is no way out", () => {
    const { text } = shown({ kept: kept([row({ way: { url: null, why: "only_owner" } })]), path });
    expect(text).toContain("Only an owner confirms or declines");
  });

  it("says that another one is not kept", () => {
    expect(shown({ kept: kept([row({})]), path: "/approvals/apr_2" }).text).toContain(
      "This request is not kept here",
    );
  });

  it("shows somebody's words as text, with what would not be seen by its code", () => {
    const { main, text } = shown({ kept: kept([row({ who: "<img src=x onerror=1>\u202eevil" })]), path });
    expect(main.querySelector("img")).toBeNull();
    expect(text).toContain("<img src=x onerror=1>[U+202E]evil");
    const rest = shown({ kept: kept([row({ what: "a\u202eb", place: "c\u200bd" })]) }).text;
    expect(rest).toContain("a[U+202E]b");
    expect(rest).toContain("c[U+200B]d");
    // Kept apart from what stands around it, and shown as it is written.
    expect(shown({ kept: kept([row({ what: "نور" })]) }).text).toContain("\u2068نور\u2069");
  });
});

it("speaks as the person chose, else as the browser does, else English", () => {
  expect(wordsFor("de", "en-GB").locale).toBe("de");
  expect(wordsFor(undefined, "fr-FR", "de-CH").locale).toBe("de");
  expect(wordsFor(undefined, "fr").locale).toBe("en");
  const { text } = shown({ kept: kept([row({})]), locale: "de", words: wordsFor("de").words });
  expect(text).toContain("Sie sind offline.");
  expect(text).toContain("heute um 14:02 MEZ");
});
