import { z } from "zod";
import { captureKeyCtx } from "@/lib/auth/capture-key";
import { readCookie } from "@/lib/auth/cookies";
import { isCsrfTokenOurs } from "@/lib/auth/csrf";
import type { SignedIn } from "@/lib/auth/find-session";
import { USUAL } from "@/lib/domain/locale";
import { getEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { requireJson } from "@/lib/http/content-type";
import { failureOf } from "@/lib/http/failure";
import { internal } from "@/lib/http/internal-headers";
import { parseJsonText } from "@/lib/http/json-text";
import { localeOfHeaders } from "@/lib/http/locale-of";
import { isOurOrigin } from "@/lib/http/origin";
import { parseWith } from "@/lib/http/parse-with";
import { readBodyText, usualBodyBytes } from "@/lib/http/read-body";
import { signedInOf } from "@/lib/http/signed-in-of";
import type { Ctx } from "@/lib/services/context";

/** A public call may ask whether somebody happens to be signed in; it never needs to. */
type Callers = {
  session: SignedIn;
  capture_key: { ctx: Ctx };
  public: { whoIsIn: () => Promise<SignedIn | null> };
};

type Call<A extends keyof Callers, B> = Callers[A] & {
  body: B;
  query: URLSearchParams;
  params: Record<string, string>;
  requestId: string;
  address: string;
  userAgent: string | null;
  host: string | null;
  /** Asked for the headers alone. */
  isHead: boolean;
  /** The zone this browser said it is in, if it says so. */
  browserZone: string | null;
  /** Sent with the answer, if there is one. */
  cookies: string[];
};

type Route<A extends keyof Callers, S extends z.ZodType | undefined> = {
  access: A;
  body?: S;
  /** How large a body this call means, where not the usual. */
  limitBytes?: number;
  /** A body is JSON whatever it says it is: sent by hand, from a terminal. */
  isCommandLine?: boolean;
  /** Answers read their own query; every other call takes none. */
  takesQuery?: boolean;
  status?: number;
  run: (call: Call<A, S extends z.ZodType ? z.output<S> : null>) => Promise<unknown>;
  /** Told of a call that was turned away after it was known whose it is. */
  refused?: (caller: Callers[A], error: unknown) => void;
};

/** Next gives no parameters at all to an address without any. */
type Context = { params: Promise<Record<string, string | string[] | undefined> | undefined> };

/** Who asks, may they, what do they say, do it, answer: the same order on every call. */
export function handle<A extends keyof Callers, S extends z.ZodType | undefined = undefined>(
  route: Route<A, S>,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, context) => {
    // What programs are told is part of the API, and English.
    let locale = route.access === "capture_key" ? USUAL : localeOfHeaders(request.headers);
    const requestId = request.headers.get(internal.requestId) ?? crypto.randomUUID();
    let caller: Callers[keyof Callers] | null = null;
    try {
      caller = await callerOf(route.access, request);
      if ("person" in caller) locale = caller.ctx.locale ?? locale;
      if (route.access !== "capture_key") checkIntent(request);
      const query = new URL(request.url).searchParams;
      const parameter = [...query.keys()][0];
      if (parameter !== undefined && !route.takesQuery) {
        throw new AppError("BAD_REQUEST", { reason: "unknown_parameter", details: { field: parameter } });
      }
      const body = await bodyOf(request, route);
      const cookies: string[] = [];
      // The caller was made for this access and the body by this schema, which the compiler cannot follow.
      const call = {
        ...caller,
        body,
        query,
        params: paramsOf(await context.params),
        requestId,
        address: request.headers.get(internal.address) ?? "",
        userAgent: request.headers.get("user-agent")?.slice(0, 300) ?? null,
        host: request.headers.get("host"),
        isHead: request.method === "HEAD",
        browserZone: readCookie(request.headers.get("cookie"), "zone"),
        cookies,
      } as unknown as Parameters<typeof route.run>[0];
      const value = await route.run(call);
      return answer(value, route.status, cookies);
    } catch (error) {
      // Made for this access, which the compiler cannot follow.
      if (caller) route.refused?.(caller as Callers[A], error);
      const failure = failureOf(error, requestId, locale);
      return new Response(JSON.stringify(failure.body), { status: failure.status, headers: failure.headers });
    }
  };
}

const nothing = z.strictObject({});

/** A call that takes no body takes an empty one, or an empty object. */
async function bodyOf(
  request: Request,
  {
    body,
    limitBytes = usualBodyBytes,
    isCommandLine = false,
  }: Pick<Route<keyof Callers, z.ZodType | undefined>, "body" | "limitBytes" | "isCommandLine">,
): Promise<unknown> {
  if (request.method === "GET" || request.method === "HEAD") return null;
  requireJson(request.headers, { isCommandLine });
  const text = await readBodyText(request, limitBytes);
  if (body) return parseWith(body, parseJsonText(text));
  if (text.trim() !== "") parseWith(nothing, parseJsonText(text));
  return null;
}

async function callerOf(access: keyof Callers, request: Request): Promise<Callers[keyof Callers]> {
  if (access === "public") return { whoIsIn: () => signedInOf(request.headers) };
  if (access === "capture_key") return { ctx: await captureKeyCtx(request.headers.get("authorization")) };
  const signedIn = await signedInOf(request.headers);
  if (!signedIn) throw new AppError("UNAUTHORIZED");
  return signedIn;
}

/** A change must be meant by a page of ours or by a script that fetched the token. */
export function checkIntent(request: Request): void {
  if (request.method === "GET" || request.method === "HEAD") return;
  if (!isOurOrigin(request.headers.get("origin"), request.headers.get("host"), getEnv().APP_URL)) {
    throw new AppError("FORBIDDEN", { reason: "origin" });
  }
  if (!isCsrfTokenOurs(request.headers.get("x-csrf-token"), request.headers.get("cookie"))) {
    throw new AppError("FORBIDDEN", { reason: "csrf" });
  }
}

function paramsOf(params: Record<string, string | string[] | undefined> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join("/") : (value ?? ""),
    ]),
  );
}

function answer(value: unknown, status: number | undefined, cookies: string[]): Response {
  // What is no JSON makes its own answer.
  if (value instanceof Response) return value;
  const headers = new Headers({ "Cache-Control": "no-store" });
  for (const cookie of cookies) headers.append("Set-Cookie", cookie);
  if (value === undefined) return new Response(null, { status: status ?? 204, headers });
  headers.set("Content-Type", "application/json; charset=utf-8");
  return new Response(JSON.stringify(value), { status: status ?? 200, headers });
}
