import { garbled, type OpenTrainFailure, type Refused, unreachable } from "./failures";
import { LONGEST_RETRY_AFTER_MS } from "./guesses";
import { parsePlainJson } from "./plain-json";
import { redact } from "./redact";
import { errorEnvelope } from "./schemas";

export type ReadAnswer = { ok: true; json: unknown } | { ok: false; failure: OpenTrainFailure };
type Limits = {
  maxBytes: number;
  /** Takes our own token out of what was answered. */
  hide: (text: string) => string;
};

/** One answer, as JSON or as the failure it is. Network errors while it is read are the caller's. */
export async function readAnswer(response: Response, limits: Limits): Promise<ReadAnswer> {
  const { status } = response;
  if (status >= 300 && status < 400) return fail(response, garbled("redirect", status));
  const isJson = /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(response.headers.get("content-type") ?? "");
  if (!isJson)
    return fail(response, response.ok ? garbled("not_json", status) : failureOf(response, undefined));
  const body = await readText(response, limits.maxBytes);
  const json = typeof body === "string" ? parsePlainJson(limits.hide(body)) : undefined;
  if (!response.ok) return { ok: false, failure: failureOf(response, json) };
  if (body === tooLarge) return { ok: false, failure: garbled("too_large", status) };
  return json === undefined ? { ok: false, failure: garbled("bad_json", status) } : { ok: true, json };
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
  if (!said?.code || said.error === null) return garbled("not_json", status, requestId);
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

const tooLarge = Symbol("too large");

/** Null for bytes that are no text. */
async function readText(response: Response, maxBytes: number): Promise<string | null | typeof tooLarge> {
  if (Number(response.headers.get("content-length") ?? 0) > maxBytes) {
    await response.body?.cancel();
    return tooLarge;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let chunk = await reader?.read(); reader && chunk && !chunk.done; chunk = await reader.read()) {
    size += chunk.value.byteLength;
    if (size > maxBytes) {
      await reader.cancel();
      return tooLarge;
    }
    chunks.push(chunk.value);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    return null;
  }
}
