import { postJson } from "./post";

export type PasteOutcome =
  | "listed"
  | "claimed"
  | "not_a_link"
  | "other_origin"
  | "other_page"
  | "odd_link"
  | "secret";
/** `leadsTo`: where a link of another site would go. */
export type PasteResult = { line: string; outcome: PasteOutcome; id: string | null; leadsTo: string | null };

export function pasteRequests(text: string): Promise<{ results: PasteResult[]; example: string }> {
  return postJson("/api/paste", { text });
}
