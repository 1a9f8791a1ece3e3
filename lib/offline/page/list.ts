import type { KeptList, KeptRow } from "../kept";
import { amountOf } from "./amounts";
import { make, theirs } from "./make";
import { nameOf } from "./names";
import { timeLeft } from "./times";
import type { View } from "./view";

export function listOf(kept: KeptList, view: View): HTMLElement[] {
  const { words } = view;
  if (kept.count === 0) {
    return [make("h1", {}, words.nothing.title), make("p", { class: "lead" }, words.nothing.text)];
  }
  const isMore = kept.count > kept.rows.length;
  return [
    make("h1", {}, words.were(kept.count)),
    make("ul", { "aria-label": words.list }, ...kept.rows.map((row) => make("li", {}, rowOf(row, view)))),
    ...(isMore ? [make("p", { class: "lead" }, words.more(kept.rows.length))] : []),
  ];
}

function rowOf(row: KeptRow, view: View): HTMLElement {
  const { words } = view;
  const { name, rest } = nameOf(row, view);
  return make(
    "a",
    { href: `/approvals/${encodeURIComponent(row.id)}`, class: "row" },
    make(
      "span",
      { class: "what" },
      make(
        "span",
        { class: "name" },
        make("b", {}, name),
        rest ? make("span", {}, " · ", theirs(rest)) : null,
      ),
      row.place ? make("span", { class: "place" }, theirs(row.place)) : null,
    ),
    make(
      "span",
      { class: "figure" },
      make("b", {}, amountOf(row.amount, view)),
      row.amount.kind === "at_stake" ? make("span", { class: "place" }, words.escrow) : null,
      make("span", { class: "left" }, timeLeft(row, view)),
    ),
  );
}
