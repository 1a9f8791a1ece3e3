import { messagesFor } from "@/lib/messages";
import type { StartKey } from "@/lib/messages/en/start";

export type StartFault = { name: string; problem: string };

/** What stands in the way, by the name of its setting and never with its value. */
export function faultOf(key: StartKey, values: Record<string, string> = {}): StartFault {
  const { name, problem } = messagesFor("en").start.faults[key];
  return { name: typeof name === "string" ? name : name(values), problem: problem(values) };
}
