import { formatInstant } from "@/lib/messages/format";
import { make } from "./make";
import { ageOfList, whenOf } from "./times";
import type { View } from "./view";

/** Why the live page is not here, and how old everything below is. */
export function notice(view: View): HTMLElement {
  const { kept, cause, words } = view;
  const stale = cause === "offline" ? words.nothingNew.offline : words.nothingNew.other;
  return make(
    "section",
    { class: "notice" },
    make("p", { role: "status" }, make("b", {}, words.cause[cause])),
    kept ? make("p", { "data-slot": "kept-age" }, age(view), ` ${stale}`) : null,
    kept ? openTrain(view) : null,
    make(
      "p",
      { class: "again" },
      make("a", { href: "", class: "button" }, words.again),
      make("span", { class: "looking" }, words.looking),
    ),
  );
}

function age(view: View): HTMLElement {
  const { age, when } = ageOfList(view);
  const savedAt = new Date(view.kept?.savedAt ?? view.now);
  return make(
    "time",
    { datetime: savedAt.toISOString(), title: formatInstant(savedAt, view.timeZone, view.locale) },
    view.words.known(age, when),
  );
}

/** A list of ours is only as good as what OpenTrain had said by then. */
function openTrain(view: View): HTMLElement | null {
  const { kept, words, now } = view;
  if (kept === null || kept.openTrain.isFollowed) return null;
  const { lastReadAt } = kept.openTrain;
  if (lastReadAt === null) return make("p", {}, words.openTrainNever);
  return make("p", {}, words.openTrainOld(whenOf(new Date(lastReadAt), new Date(now), view)));
}

export function banner({ kept, words }: View): HTMLElement | null {
  if (!kept?.isSandbox) return null;
  return make("aside", { class: "sandbox" }, make("b", {}, words.sandbox.name), ` ${words.sandbox.text}`);
}
