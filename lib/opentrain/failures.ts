/** It was not reached, or it has no time for us now: worth another try later. */
export type Unreachable = {
  kind: "unreachable";
  why: "timeout" | "network" | "server_error" | "rate_limited";
  status: number | null;
  /** How long OpenTrain asks to wait. */
  retryAfterMs: number | null;
  requestId: string | null;
};

/** It understood and said no. */
export type Refused = {
  kind: "refused";
  why: "unauthorized" | "scope" | "feature_off" | "forbidden" | "not_found" | "rejected";
  status: number;
  code: string | null;
  reason: string | null;
  requiredScopes: string[];
  requestId: string | null;
};

/** It answered something that OpenTrain does not say. */
export type Garbled = {
  kind: "garbled";
  why: "redirect" | "not_json" | "too_large" | "bad_json" | "shape";
  status: number;
  requestId: string | null;
};

/** Closed: nothing else comes out of the client, and none of these holds a token or a body. */
export type OpenTrainFailure = Unreachable | Refused | Garbled;

export function unreachable(
  why: Unreachable["why"],
  more: Partial<Pick<Unreachable, "status" | "retryAfterMs" | "requestId">> = {},
): Unreachable {
  return { kind: "unreachable", why, status: null, retryAfterMs: null, requestId: null, ...more };
}

export function garbled(why: Garbled["why"], status: number, requestId: string | null = null): Garbled {
  return { kind: "garbled", why, status, requestId };
}
