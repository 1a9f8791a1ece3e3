/**
 * What OpenTrain answers comes from our origin, so nothing of it may mean anything to a browser: no script, no
 * frame, no guessing of types, nothing fetched. On every answer of these addresses, our own refusals included.
 */
export function shieldHeaders(appUrl: string): [name: string, value: string][] {
  return [
    ["X-Content-Type-Options", "nosniff"],
    ["Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox"],
    ["X-Frame-Options", "DENY"],
    ["Referrer-Policy", "no-referrer"],
    ["Cross-Origin-Resource-Policy", "same-origin"],
    ...(appUrl.startsWith("https:")
      ? [["Strict-Transport-Security", "max-age=31536000"] satisfies [string, string]]
      : []),
  ];
}
