import "server-only";
import type { Metadata } from "next";
import { pageSession } from "@/lib/http/page-session";
import { pageWords } from "@/lib/http/page-words";
import type { Messages } from "@/lib/messages";
import { readSummary } from "./read-summary";

/** "(5) Inbox · Countersign": the number is the one in the list. */
export async function titled(pageOf: (words: Messages) => string): Promise<Metadata> {
  const [session, words] = await Promise.all([pageSession(), pageWords()]);
  const count = session ? (await readSummary(session.ctx)).summary.waiting.count : null;
  return { title: words.screens.app.title(pageOf(words), count) };
}
