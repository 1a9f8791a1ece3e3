import { readCookie } from "@/lib/auth/cookies";
import { chooseLocale, type Language, type Locale, PSEUDO } from "@/lib/domain/locale";
import { getEnv } from "@/lib/env";

type Sent = { cookie: string | null; acceptLanguage: string | null };

/** In which language this request is answered; `own` is the setting of whoever is signed in. */
export function localeOf({ cookie, acceptLanguage }: Sent, own: Language | null = null): Locale {
  const said = readCookie(cookie, "locale");
  const hasPseudo = said === PSEUDO && getEnv().PSEUDO_LOCALE === "on";
  return chooseLocale({ own, cookie: said, acceptLanguage, hasPseudo });
}

export function localeOfHeaders(headers: Pick<Headers, "get">, own: Language | null = null): Locale {
  return localeOf({ cookie: headers.get("cookie"), acceptLanguage: headers.get("accept-language") }, own);
}
