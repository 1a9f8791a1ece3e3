/** Set by our server on every request before a handler sees it; a client's own are dropped there. */
export const internal = {
  requestId: "x-countersign-request-id",
  address: "x-countersign-address",
  path: "x-countersign-path",
  nonce: "x-nonce",
} as const;
