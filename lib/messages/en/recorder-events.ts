import type { EventRecord } from "@/lib/domain/records";
import { visibleString } from "@/lib/domain/visible-text";
import { apart } from "./apart";

type Say = (data: EventRecord["data"]) => string;

const told: Readonly<Record<string, string>> = {
  retry: "The agent asked again, and OpenTrain’s answer was seen.",
  read: "A request on OpenTrain turned out to be what became of it.",
  late: "OpenTrain’s answer came after all.",
};

/** What happened to requests that came through the recorder. */
export const recorderEvents: Readonly<Record<string, Say>> = {
  ask_unanswered: () => "Sent to OpenTrain; no answer was seen.",
  ask_settled: ({ by }) =>
    (typeof by === "string" && Object.hasOwn(told, by) ? told[by] : undefined) ??
    "What became of it is known.",
  blocked: ({ reason, times }) => {
    const again = typeof times === "number" && times > 1 ? " again" : "";
    return `Refused by OpenTrain${again}: ${whyOf(reason)}`;
  },
  blocked_dismissed: () => "Set aside.",
  blocked_restored: () => "Shown again.",
  blocked_lifted: () => "Asked again, and OpenTrain took it.",
};

function whyOf(reason: unknown): string {
  const word = typeof reason === "string" ? reason : "other";
  const known = Object.entries(apart.blocked.reasons).find(([name]) => name === word)?.[1];
  return known?.why ?? `“${visibleString(word, 80)}”.`;
}
