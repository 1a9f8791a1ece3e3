import { findSession, type SignedIn } from "@/lib/auth/find-session";
import { localeOfHeaders } from "@/lib/http/locale-of";

/** Whoever asks, and in which language they are answered. */
export async function signedInOf(headers: Pick<Headers, "get">): Promise<SignedIn | null> {
  const signedIn = await findSession(headers.get("cookie"));
  if (!signedIn) return null;
  const locale = localeOfHeaders(headers, signedIn.person.locale);
  return { ...signedIn, ctx: { ...signedIn.ctx, locale } };
}
