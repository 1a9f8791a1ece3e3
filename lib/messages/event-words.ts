import type { EventRecord, LinkProblem } from "@/lib/domain/records";
import { visibleString } from "@/lib/domain/visible-text";

export type EventData = EventRecord["data"];
/** `data` was stored by whoever wrote the event and is read as it is. */
export type SayEvent = (data: EventData, text: EventRecord["text"]) => string;
type ToSay = Pick<EventRecord, "kind" | "data" | "text">;

/** The sentence of an event, by the table of a language. */
export function eventWith(
  kinds: Readonly<Record<string, SayEvent>>,
  unknownKind: (kind: string) => string,
): (event: ToSay) => string {
  return ({ kind, data, text }) => {
    const say = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
    return say ? say(data, text) : unknownKind(kind);
  };
}

export function saidText(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? visibleString(value, 120) : null;
}

export function wordFor(words: Readonly<Record<string, string>>, key: unknown): string | undefined {
  return typeof key === "string" && Object.hasOwn(words, key) ? words[key] : undefined;
}

const LINK_PROBLEMS = new Set<unknown>([
  "not_a_url",
  "scheme",
  "user_info",
  "host",
  "port",
  "path",
  "query_or_fragment",
  "odd_characters",
] satisfies LinkProblem[]);

/** What was wrong with a link, where that was stored. */
export function saidUrl(
  { problem }: EventData,
  said: EventRecord["text"],
  sentence: (problem: LinkProblem, url: string | null) => string,
): string | null {
  if (!LINK_PROBLEMS.has(problem)) return null;
  const url = said?.url;
  return sentence(problem as LinkProblem, typeof url === "string" ? url : null);
}
