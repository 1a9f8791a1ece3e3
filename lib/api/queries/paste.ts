import { postJson } from "./post";

export type PasteOutcome = "listed" | "claimed" | "not_a_link" | "other_origin";
export type PasteResult = { line: string; outcome: PasteOutcome; id: string | null };

export function pasteRequests(text: string): Promise<{ results: PasteResult[]; example: string }> {
  return postJson("/api/paste", { text });
}
