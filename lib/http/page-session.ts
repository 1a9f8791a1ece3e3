import "server-only";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { SignedIn } from "@/lib/auth/find-session";
import { internal } from "@/lib/http/internal-headers";
import { signInPath } from "@/lib/http/sign-in-path";
import { signedInOf } from "@/lib/http/signed-in-of";
import { readEventId } from "@/lib/services/changes/read-event-id";

/** `drawnAt`: from where a stream tells what this page does not show. */
export type PageSession = SignedIn & { nonce: string | null; drawnAt: string };

/** The person a page is made for; everybody else is shown the door, and led back after. */
export async function requirePageSession(): Promise<PageSession> {
  const session = await pageSession();
  if (!session) redirect(signInPath((await headers()).get(internal.path)));
  return session;
}

/** Asked once a request, however many parts of the page want to know. */
export const pageSession = cache(async (): Promise<PageSession | null> => {
  const sent = await headers();
  const signedIn = await signedInOf(sent);
  if (!signedIn) return null;
  // Before anything of the page is read.
  const drawnAt = await readEventId({ ctx: signedIn.ctx });
  return { ...signedIn, nonce: sent.get(internal.nonce), drawnAt };
});
