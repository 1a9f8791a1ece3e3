import "server-only";
import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { noPassCookie } from "@/lib/auth/offline-pass";
import { authOptions, type SignInFault } from "@/lib/auth/options";
import { preferenceCookies } from "@/lib/auth/preference-cookies";
import { getEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { contentType, requirePlain } from "@/lib/http/content-type";
import { failureOf } from "@/lib/http/failure";
import { formOfJson, parseFormText } from "@/lib/http/form-text";
import { internal } from "@/lib/http/internal-headers";
import { parseJsonText } from "@/lib/http/json-text";
import { localeOfHeaders } from "@/lib/http/locale-of";
import { isOurOrigin } from "@/lib/http/origin";
import { readBodyText, usualBodyBytes } from "@/lib/http/read-body";

// The rest of next-auth's door (its log sink, session updates, other providers) stays shut.
const doors = {
  GET: new Set(["csrf", "session", "providers", "signin", "signout", "error"]),
  POST: new Set(["callback/credentials", "signin", "signin/credentials", "signout"]),
} as const;

type Context = { params: Promise<{ nextauth: string[] }> };

/** next-auth behind our own manners: bounded bodies, our envelope, and a throttle that answers 429. */
export async function authRoute(request: NextRequest, context: Context): Promise<Response> {
  const requestId = request.headers.get(internal.requestId) ?? crypto.randomUUID();
  try {
    const door = (await context.params).nextauth.join("/");
    if (!(request.method === "POST" ? doors.POST : doors.GET).has(door)) throw new AppError("NOT_FOUND");
    if (!isOurOrigin(request.headers.get("origin"), request.headers.get("host"), getEnv().APP_URL)) {
      if (request.method === "POST") throw new AppError("FORBIDDEN", { reason: "origin" });
    }
    const faults: SignInFault[] = [];
    const cookies: string[] = [];
    const options = authOptions({
      address: request.headers.get(internal.address) ?? "",
      userAgent: request.headers.get("user-agent")?.slice(0, 300) ?? null,
      cameIn: (appearance) => cookies.push(...preferenceCookies(appearance), noPassCookie),
      note: (fault) => faults.push(fault),
    });
    const response: Response = await NextAuth(await asForm(request), context, options);
    const fault = faults[0];
    if (fault) throw fault.error;
    response.headers.set("Cache-Control", "no-store");
    if (request.method === "POST" && door === "signout") {
      cookies.push(noPassCookie);
      // What this browser keeps of the inbox, with or without a script of ours to erase it.
      response.headers.set("Clear-Site-Data", '"storage"');
    }
    for (const cookie of cookies) response.headers.append("Set-Cookie", cookie);
    return response;
  } catch (error) {
    const failure = failureOf(error, requestId, localeOfHeaders(request.headers));
    return new Response(JSON.stringify(failure.body), { status: failure.status, headers: failure.headers });
  }
}

// next-auth reads bodies without a limit and throws on a broken one; it is handed a clean form instead.
async function asForm(request: NextRequest): Promise<NextRequest> {
  if (request.method !== "POST") return request;
  requirePlain(request.headers);
  const { type } = contentType(request.headers);
  const text = await readBodyText(request, usualBodyBytes);
  const form = read(type, text);
  const headers = new Headers(request.headers);
  headers.delete("content-length");
  headers.set("content-type", "application/x-www-form-urlencoded");
  return new NextRequest(request.nextUrl, { method: "POST", headers, body: form.toString() });
}

/** What next-auth's own forms and ours send. */
const fields = ["csrfToken", "email", "password", "callbackUrl", "json", "redirect"];

function read(type: string, text: string): URLSearchParams {
  if (type === "application/json") return formOfJson(parseJsonText(text), fields);
  if (type === "application/x-www-form-urlencoded" || (type === "" && text === "")) {
    return parseFormText(text, fields);
  }
  throw new AppError("BAD_REQUEST", { reason: "content_type", details: { field: "content-type" } });
}
