import { formatAge } from "@/lib/messages/format";
import type { KeptList, KeptRow } from "../kept";
import { amountOf } from "./amounts";
import { make, theirs } from "./make";
import { nameOf } from "./names";
import { timeLeft, whenOf } from "./times";
import { connectionNow, type View } from "./view";

/** What is kept of one request, or that nothing is. */
export function requestOf(id: string, kept: KeptList, view: View): HTMLElement[] {
  const { words } = view;
  const row = kept.rows.find((other) => other.id === id);
  const back = make("p", {}, make("a", { href: "/", class: "back" }, `‹ ${words.back(kept.count)}`));
  if (!row) {
    return [back, make("h1", {}, words.notKept.title), make("p", { class: "lead" }, words.notKept.text)];
  }
  const { name, rest } = nameOf(row, view);
  return [
    back,
    make("h1", { class: "title" }, name, rest ? make("span", { class: "rest" }, " · ", theirs(rest)) : null),
    make("p", { class: "sum" }, amountOf(row.amount, view)),
    make(
      "p",
      { class: "faint" },
      row.amount.isWithheld ? words.amount.withheldWhy : words.kinds[row.amount.kind],
    ),
    make("p", { class: "left" }, timeLeft(row, view)),
    facts(row, kept, view),
    make("p", { class: "faint" }, words.agentsWords),
    wayOut(row, kept, view),
  ];
}

function facts(row: KeptRow, kept: KeptList, view: View): HTMLElement {
  const names = view.words.facts;
  const now = connectionNow(kept, view.now);
  const isPast = row.expiresAt !== null && new Date(row.expiresAt) <= now;
  const said: [string, HTMLElement | null][] = [
    [names.who, row.who === null ? null : theirs(row.who)],
    [names.what, row.what === null ? null : theirs(row.what)],
    [names.place, row.place === null ? null : theirs(row.place)],
    [names.asked, instant(row.createdAt, now, view)],
    [isPast ? names.ran : names.lapses, instant(row.expiresAt, now, view)],
  ];
  return make(
    "dl",
    {},
    ...said.flatMap(([name, value]) => (value ? [make("dt", {}, name), make("dd", {}, value)] : [])),
  );
}

function instant(at: string | null, now: Date, view: View): HTMLElement | null {
  if (at === null) return null;
  return make("time", { datetime: at }, whenOf(new Date(at), now, view));
}

/** The link as it was last known: how old it is never takes it away. */
function wayOut({ way, expiresAt }: KeptRow, kept: KeptList, view: View): HTMLElement {
  const { words, cause, locale } = view;
  const { leave } = words;
  const now = connectionNow(kept, view.now);
  const isPast = expiresAt !== null && new Date(expiresAt) <= now;
  const past = isPast ? words.pastLong(formatAge(new Date(expiresAt), { locale, now })) : null;
  const link = way.url !== null && isWebAddress(way.url) ? way.url : null;
  if (link === null) {
    return make("footer", {}, make("p", {}, past), make("p", {}, leave.why[way.why ?? "link_missing"]));
  }
  return make(
    "footer",
    {},
    make("p", {}, past),
    make("p", { id: "where" }, cause === "offline" ? leave.offline : leave.other),
    make(
      "a",
      { href: link, target: "_blank", rel: "noopener", class: "button primary", "aria-describedby": "where" },
      kept.isSandbox ? leave.sandbox : leave.open,
      make("span", { class: "unseen" }, `, ${leave.newTab}`),
    ),
  );
}

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
