import { parseLossless } from "@/lib/domain/lossless-json";
import { garbled, type OpenTrainFailure, type Refused, unreachable } from "./failures";
import { LONGEST_RETRY_AFTER_MS } from "./guesses";
import { redact } from "./redact";
import { errorEnvelope } from "./schemas";

export type ReadAnswer = { ok: true; json: unknown } | { ok: false; failure: OpenTrainFailure };

/** One answer, as JSON or as the failure it is. Network errors while it is read are the caller's. */
export async function readAnswer(response: Response, maxBytes: number): Promise<ReadAnswer> {
  const { status } = response;
  if (status >= 300 && status < 400) return fail(response, garbled("redirect", status));
  const isJson = /^application\/([\w.-]+\+)?json\b/i.test(response.headers.get("content-type") ?? "");
  const body = isJson ? await readText(response, maxBytes) : null;
  const json = body === null || body === "too_large" ? undefined : parse(body.text);
  if (response.ok) {
    if (!isJson) return fail(response, garbled("not_json", status));
    if (body === "too_large") return { ok: false, failure: garbled("too_large", status) };
    return json === undefined ? { ok: false, failure: garbled("bad_json", status) } : { ok: true, json };
  }
  if (!isJson) await response.body?.cancel();
  return { ok: false, failure: failureOf(response, json) };
}

function failureOf(response: Response, json: unknown): OpenTrainFailure {
  const { status } = response;
  const envelope = errorEnvelope.safeParse(json);
  const said = envelope.success ? envelope.data : null;
  const requestId = short(said?.requestId);
  if (status >= 500 || status === 429) {
    const retryAfterMs = retryAfter(response.headers, said?.details?.retryAfterSeconds ?? null);
    const why = status === 429 ? "rate_limited" : "server_error";
    return unreachable(why, { status, retryAfterMs, requestId });
  }
  // Not OpenTrain's envelope: a proxy, a captive portal or a wrong origin speaks, and its no means nothing.
  if (said === null || (said.code === null && said.error === null))
    return garbled("not_json", status, requestId);
  const requiredScopes = said.details?.requiredScopes?.items ?? [];
  return {
    kind: "refused",
    why: whyOf(status, requiredScopes, said.details?.featureKey ?? null),
    status,
    code: short(said.code),
    reason: short(said.details?.reason),
    requiredScopes: requiredScopes.map(redact),
    requestId,
  };
}

function whyOf(status: number, requiredScopes: string[], featureKey: string | null): Refused["why"] {
  if (status === 401) return "unauthorized";
  if (status === 404) return "not_found";
  if (status !== 403) return "rejected";
  if (requiredScopes.length > 0) return "scope";
  return featureKey === null ? "forbidden" : "feature_off";
}

function retryAfter(headers: Headers, saidSeconds: number | null): number | null {
  const header = headers.get("retry-after");
  const seconds = header !== null && /^\d+$/.test(header.trim()) ? Number(header) : null;
  const until = header !== null && /^[A-Z][a-z]{2}, /.test(header) ? Date.parse(header) : Number.NaN;
  const now = Date.parse(headers.get("date") ?? "");
  const ms = seconds !== null ? seconds * 1000 : until - now;
  const wanted = Number.isNaN(ms) ? (saidSeconds === null ? null : saidSeconds * 1000) : ms;
  return wanted === null ? null : Math.min(LONGEST_RETRY_AFTER_MS, Math.max(0, Math.ceil(wanted)));
}

/** OpenTrain's own words go on into rows and logs: short, and with no token that it may have repeated. */
function short(text: string | null | undefined): string | null {
  return text ? redact(text).slice(0, 200) : null;
}

async function fail(response: Response, failure: OpenTrainFailure): Promise<ReadAnswer> {
  await response.body?.cancel();
  return { ok: false, failure };
}

async function readText(
  response: Response,
  maxBytes: number,
): Promise<{ text: string | null } | "too_large"> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let chunk = await reader?.read(); reader && chunk && !chunk.done; chunk = await reader.read()) {
    size += chunk.value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return "too_large";
    }
    chunks.push(chunk.value);
  }
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)) };
  } catch {
    return { text: null };
  }
}

function parse(text: string | null): unknown {
  try {
    return text === null ? undefined : parseLossless(text);
  } catch {
    return undefined;
  }
}
