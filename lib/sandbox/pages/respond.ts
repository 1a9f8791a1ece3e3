import type { Context } from "hono";
import { type Markup, plainPage } from "./layout";

const CSP =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export type Page = { status: 200 | 400 | 403 | 404 | 409; markup: Markup; offsetMs: number };

export function page(title: string, sentence: string, status: Page["status"] = 200): Page {
  return { status, markup: plainPage(title, sentence), offsetMs: 0 };
}

export const NOT_FOUND = page("Not found", "There is no such request here.", 404);
export const FOREIGN = page(
  "Not accepted",
  "This did not come from the page itself. Open the page again.",
  403,
);

export async function send(c: Context, { status, markup, offsetMs }: Page): Promise<Response> {
  c.header("date", new Date(Date.now() + offsetMs).toUTCString());
  c.header("cache-control", "no-store");
  c.header("content-security-policy", CSP);
  // "no-referrer" would make browsers send "Origin: null" with our own forms.
  c.header("referrer-policy", "same-origin");
  c.header("x-content-type-options", "nosniff");
  return c.html(await markup, status);
}

export function asset(c: Context, body: string, type: string): Response {
  return c.body(body, 200, {
    "content-type": type,
    "cache-control": "max-age=3600",
    "x-content-type-options": "nosniff",
  });
}

/** A form of ours names our own origin; a browser that names another, or hides it, is turned away. */
export function isSameOrigin(c: Context): boolean {
  const origin = c.req.header("origin");
  const host = c.req.header("host") ?? new URL(c.req.url).host;
  if (origin === undefined) return c.req.header("sec-fetch-site") === "same-origin";
  return URL.canParse(origin) && new URL(origin).host === host;
}
