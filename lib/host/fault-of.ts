import type { StartKey } from "@/lib/messages/console";
import { consoleWords } from "@/lib/messages/console";

export type StartFault = { name: string; problem: string };

/** What stands in the way, by the name of its setting and never with its value. */
export function faultOf(key: StartKey, values: Record<string, string> = {}): StartFault {
  const { name, problem } = consoleWords.start.faults[key];
  return { name: typeof name === "string" ? name : name(values), problem: problem(values) };
}
