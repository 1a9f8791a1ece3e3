import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import type { Locale } from "@/lib/domain/locale";
import { localeOfHeaders } from "@/lib/http/locale-of";
import { pageSession } from "@/lib/http/page-session";
import { type Messages, messagesFor } from "@/lib/messages";

/** The language of a page, decided once a request; a failure to find out who looks is told in this browser's. */
export const pageLocale = cache(async (): Promise<Locale> => {
  const session = await pageSession().catch(() => null);
  return session?.ctx.locale ?? localeOfHeaders(await headers());
});

/** Every word of it, for what is drawn on the server: titles, doors, what is not found. */
export async function pageWords(): Promise<Messages> {
  return messagesFor(await pageLocale());
}
