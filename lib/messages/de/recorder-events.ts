import type { EventRecord } from "@/lib/domain/records";
import { visibleString } from "@/lib/domain/visible-text";
import { apart } from "./apart";

type Say = (data: EventRecord["data"]) => string;

const told: Readonly<Record<string, string>> = {
  retry: "Der Agent hat erneut angefragt, und die Antwort von OpenTrain wurde gesehen.",
  read: "Eine Anfrage bei OpenTrain erwies sich als das, was daraus wurde.",
  late: "Die Antwort von OpenTrain kam doch noch.",
};

/** What happened to requests that came through the recorder. */
export const recorderEvents: Readonly<Record<string, Say>> = {
  ask_unanswered: () => "An OpenTrain gesendet; keine Antwort gesehen.",
  ask_settled: ({ by }) =>
    (typeof by === "string" && Object.hasOwn(told, by) ? told[by] : undefined) ??
    "Es ist bekannt, was daraus wurde.",
  blocked: ({ reason, times }) => {
    const again = typeof times === "number" && times > 1 ? " erneut" : "";
    return `Von OpenTrain${again} zurückgewiesen: ${whyOf(reason)}`;
  },
  blocked_dismissed: () => "Ausgeblendet.",
  blocked_restored: () => "Wieder eingeblendet.",
  blocked_lifted: () => "Erneut angefragt, und OpenTrain hat es angenommen.",
};

function whyOf(reason: unknown): string {
  const word = typeof reason === "string" ? reason : "other";
  const known = Object.entries(apart.blocked.reasons).find(([name]) => name === word)?.[1];
  return known?.why ?? `„${visibleString(word, 80)}“.`;
}
