import "server-only";
import type { Metadata } from "next";
import { pageSession } from "@/lib/http/page-session";
import { screens } from "@/lib/messages/en/screens";
import { readSummary } from "./read-summary";

/** "(5) Inbox · Countersign": the number is the one in the list. */
export async function titled(page: string): Promise<Metadata> {
  const session = await pageSession();
  const count = session ? (await readSummary(session.ctx)).summary.waiting.count : null;
  return { title: screens.app.title(page, count) };
}
