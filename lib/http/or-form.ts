import { freshCsrfCookie } from "@/lib/auth/csrf";
import { contentType, requirePlain } from "@/lib/http/content-type";
import { parseFormText } from "@/lib/http/form-text";
import { readBodyText, usualBodyBytes } from "@/lib/http/read-body";
import { signInPath } from "@/lib/http/sign-in-path";

type Answering<C> = (request: Request, context: C) => Promise<Response>;
type Form = {
  fields: readonly string[];
  /** What the fields say, as the JSON of the same call. */
  toBody: (form: URLSearchParams) => unknown;
  /** The page of the form that said this. */
  back: (form: URLSearchParams) => string;
};

/**
 * A call that a page without scripts can make too: its form is turned into the very call that a script makes, so
 * that it passes the same checks, and is answered with the way back. What was chosen stands in that address; the
 * page compares it with what is stored, and says by itself whether it was saved.
 */
export function orForm<C>(form: Form, answer: Answering<C>): Answering<C> {
  return async (request, context) => {
    if (contentType(request.headers).type !== "application/x-www-form-urlencoded") {
      return answer(request, context);
    }
    const sent = await read(request, form.fields).catch(() => null);
    if (!sent) return seeOther(`${form.back(new URLSearchParams())}?why=unreadable`);
    const { csrfToken, chosen } = sent;
    const back = form.back(chosen);
    const answered = await answer(asJson(request, csrfToken, form.toBody(chosen)), context);
    if (answered.status === 401) return seeOther(signInPath(back));
    const why = answered.ok ? null : await reasonOf(answered);
    const query = new URLSearchParams(chosen);
    if (why !== null) query.set("why", why);
    const cookies = why === "csrf" ? [freshCsrfCookie()] : answered.headers.getSetCookie();
    return seeOther(`${back}?${query}`, cookies);
  };
}

async function read(
  request: Request,
  fields: readonly string[],
): Promise<{ csrfToken: string; chosen: URLSearchParams }> {
  requirePlain(request.headers);
  const chosen = parseFormText(await readBodyText(request, usualBodyBytes), [...fields, "csrfToken"]);
  const csrfToken = chosen.get("csrfToken") ?? "";
  chosen.delete("csrfToken");
  return { csrfToken, chosen };
}

function asJson(request: Request, csrfToken: string, body: unknown): Request {
  const headers = new Headers(request.headers);
  headers.delete("content-length");
  headers.set("content-type", "application/json");
  // A header can hold no line breaks; what could is no token of ours.
  headers.set("x-csrf-token", /^[\x21-\x7e]*$/.test(csrfToken) ? csrfToken : "");
  return new Request(request.url, { method: "POST", headers, body: JSON.stringify(body) });
}

async function reasonOf(answered: Response): Promise<string> {
  const { code, details } = (await answered.json()) as { code: string; details?: { reason?: string } };
  return details?.reason ?? code;
}

function seeOther(location: string, cookies: string[] = []): Response {
  const headers = new Headers({ Location: location, "Cache-Control": "no-store" });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  return new Response(null, { status: 303, headers });
}
