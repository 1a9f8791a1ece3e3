import type { Raw } from "./raw";

/** One way to spoil a request. `mark` stands in what is wrong and must turn up nowhere afterwards. */
export type Spoil = {
  name: string;
  /** Only where it makes sense. */
  fits?: (raw: Raw) => boolean;
  spoil: (raw: Raw, mark: string) => Raw;
  /** Some calls may take it; then nothing is asserted but that they stay well. */
  isHarmless?: boolean;
};

const hasBody = (raw: Raw) => raw.method !== "GET";
const isJson = (raw: Raw) => hasBody(raw) && raw.headers.some(([, value]) => value === "application/json");
const withBody = (raw: Raw, body: string | Buffer, framing: Raw["framing"] = "length"): Raw => ({
  ...raw,
  body: Buffer.from(body),
  framing,
});
const withHeaders = (raw: Raw, ...more: Raw["headers"]): Raw => ({
  ...raw,
  headers: [...raw.headers, ...more],
});
const replaced = (raw: Raw, name: string, value: string): Raw => ({
  ...raw,
  headers: [...raw.headers.filter(([known]) => known.toLowerCase() !== name.toLowerCase()), [name, value]],
});
const withQuery = (raw: Raw, query: string): Raw => ({
  ...raw,
  target: `${raw.target}${raw.target.includes("?") ? "&" : "?"}${query}`,
});
const megabyte = 1024 * 1024;

const spoiltBodies: Spoil[] = [
  { name: "no JSON", spoil: (raw, mark) => withBody(raw, `{"${mark}":`) },
  { name: "a list", spoil: (raw, mark) => withBody(raw, `["${mark}"]`) },
  { name: "a word", spoil: (raw, mark) => withBody(raw, `"${mark}"`) },
  { name: "a key twice", spoil: (raw, mark) => withBody(raw, `{"${mark}":1,"${mark}":2}`) },
  { name: "NUL", spoil: (raw, mark) => withBody(raw, `{"${mark}":"\\u0000"}`) },
  { name: "half a character", spoil: (raw, mark) => withBody(raw, `{"${mark}":"\\ud800"}`) },
  {
    name: "nesting",
    spoil: (raw, mark) => withBody(raw, `{"${mark}":${"[".repeat(2000)}${"]".repeat(2000)}}`),
  },
  { name: "no UTF-8", spoil: (raw, mark) => withBody(raw, Buffer.from(`{"${mark}":"\xff"}`, "latin1")) },
  { name: "a megabyte", spoil: (raw, mark) => withBody(raw, `{"${mark}":"${"x".repeat(megabyte)}"}`) },
  {
    name: "a megabyte in chunks",
    spoil: (raw, mark) => withBody(raw, `{"${mark}":"${"x".repeat(megabyte)}"}`, "chunked"),
  },
  {
    name: "another kind",
    spoil: (raw, mark) => withBody(replaced(raw, "Content-Type", "image/png"), `{"a":"${mark}"}`),
  },
  {
    name: "another alphabet",
    spoil: (raw, mark) =>
      withBody(replaced(raw, "Content-Type", "application/json; charset=utf-16"), `{"${mark}":1}`),
  },
  {
    name: "packed",
    spoil: (raw, mark) => withBody(withHeaders(raw, ["Content-Encoding", "gzip"]), `{"${mark}":1}`),
  },
];
export const bodySpoils = spoiltBodies.map((spoil) => ({ ...spoil, fits: isJson }));

export const headSpoils: Spoil[] = [
  {
    name: "a negative length",
    fits: hasBody,
    spoil: (raw) => withHeaders({ ...raw, framing: "none" }, ["Content-Length", "-5"]),
  },
  { name: "two lengths", fits: hasBody, spoil: (raw) => withHeaders(raw, ["Content-Length", "3"]) },
  {
    name: "a length in words",
    fits: hasBody,
    spoil: (raw, mark) => withHeaders({ ...raw, framing: "none" }, ["Content-Length", mark]),
  },
  {
    name: "length and chunks",
    fits: hasBody,
    spoil: (raw) => withHeaders({ ...raw, framing: "chunked" }, ["Content-Length", "3"]),
  },
  {
    name: "another transfer",
    fits: hasBody,
    spoil: (raw) => withHeaders({ ...raw, framing: "none" }, ["Transfer-Encoding", "gzip, chunked"]),
  },
  {
    name: "a transfer nobody knows",
    fits: hasBody,
    spoil: (raw, mark) => withHeaders({ ...raw, framing: "none" }, ["Transfer-Encoding", mark]),
  },
  {
    name: "chunked twice",
    fits: hasBody,
    spoil: (raw) => withHeaders({ ...raw, framing: "chunked" }, ["Transfer-Encoding", "chunked"]),
  },
  {
    name: "a length of a broken chunk",
    fits: hasBody,
    spoil: (raw, mark) =>
      withBody(
        withHeaders({ ...raw, framing: "none" }, ["Transfer-Encoding", "chunked"]),
        `zz\r\n${mark}\r\n0\r\n\r\n`,
        "none",
      ),
  },
  { name: "a very long header", spoil: (raw, mark) => withHeaders(raw, ["X-Long", mark.repeat(2000)]) },
  {
    name: "too many headers",
    spoil: (raw, mark) =>
      withHeaders(raw, ...Array.from({ length: 150 }, (_, n): [string, string] => [`X-${n}`, mark])),
  },
  { name: "a very long query", spoil: (raw, mark) => withQuery(raw, `${mark}=${"x".repeat(5000)}`) },
  { name: "a header with NUL", spoil: (raw, mark) => withHeaders(raw, ["X-Nul", `${mark}\0`]) },
  {
    name: "a folded header",
    spoil: (raw, mark) => withHeaders(raw, ["X-Folded", `a\r\n ${mark}`]),
    isHarmless: true,
  },
  { name: "a header without a name", spoil: (raw, mark) => withHeaders(raw, ["", mark]) },
  { name: "a space before the colon", spoil: (raw, mark) => withHeaders(raw, [`X-${mark} `, "x"]) },
  { name: "a bare line feed", spoil: (raw, mark) => withHeaders(raw, ["X-Feed", `a\n${mark}`]) },
  { name: "a bare carriage return", spoil: (raw, mark) => withHeaders(raw, ["X-Return", `a\r${mark}`]) },
  { name: "no host", spoil: (raw) => ({ ...raw, headers: raw.headers.filter(([name]) => name !== "Host") }) },
  { name: "another host", spoil: (raw, mark) => replaced(raw, "Host", `${mark}.example`) },
  { name: "two hosts", spoil: (raw, mark) => withHeaders(raw, ["Host", `${mark}.example`]) },
  {
    name: "an absolute address",
    spoil: (raw, mark) => ({ ...raw, target: `http://${mark}.example${raw.target}` }),
  },
  {
    name: "an address of an authority",
    spoil: (raw, mark) => ({ ...raw, target: `//${mark}.example${raw.target}` }),
  },
  { name: "a backslash", spoil: (raw, mark) => ({ ...raw, target: `/\\${mark}${raw.target}` }) },
  { name: "a fragment", spoil: (raw, mark) => ({ ...raw, target: `${raw.target}#${mark}` }) },
  { name: "a space in the address", spoil: (raw, mark) => ({ ...raw, target: `${raw.target} ${mark}` }) },
  { name: "no address", spoil: (raw) => ({ ...raw, target: "*" }) },
  { name: "an unknown method", spoil: (raw, mark) => ({ ...raw, method: mark.toUpperCase() }) },
  { name: "a known but odd method", spoil: (raw) => ({ ...raw, method: "PROPFIND" }) },
  { name: "TRACE", spoil: (raw) => ({ ...raw, method: "TRACE" }) },
  { name: "CONNECT", spoil: (raw, mark) => ({ ...raw, method: "CONNECT", target: `${mark}.example:443` }) },
  { name: "a method in small letters", spoil: (raw) => ({ ...raw, method: raw.method.toLowerCase() }) },
  { name: "another protocol", spoil: (raw, mark) => ({ ...raw, version: mark }) },
  { name: "a version to come", spoil: (raw) => ({ ...raw, version: "HTTP/3.0" }) },
  {
    name: "expectations",
    spoil: (raw, mark) => withHeaders(raw, ["Expect", mark]),
    fits: (raw) => raw.method === "GET",
    isHarmless: true,
  },
  {
    name: "an upgrade",
    spoil: (raw, mark) => withHeaders(raw, ["Connection", "Upgrade"], ["Upgrade", mark]),
    fits: (raw) => raw.method === "GET",
    isHarmless: true,
  },
  {
    name: "two origins",
    fits: hasBody,
    spoil: (raw, mark) => withHeaders(raw, ["Origin", `https://${mark}.example`]),
  },
  {
    name: "a cookie that is none",
    spoil: (raw, mark) =>
      replaced(raw, "Cookie", `next-auth.csrf-token=%${mark}%7C; next-auth.session-token=${mark}; =;;`),
    isHarmless: true,
  },
  {
    name: "a cookie in pieces",
    spoil: (raw, mark) =>
      replaced(
        raw,
        "Cookie",
        Array.from({ length: 60 }, (_, n) => `next-auth.session-token.${n}=${mark}`).join("; "),
      ),
    isHarmless: true,
  },
  {
    name: "a huge cookie",
    spoil: (raw, mark) => replaced(raw, "Cookie", `next-auth.session-token=${mark.repeat(1000)}`),
    isHarmless: true,
  },
  {
    name: "a cookie of high bytes",
    spoil: (raw, mark) => replaced(raw, "Cookie", `next-auth.session-token=${mark}\xff\xfe`),
    isHarmless: true,
  },
];

export const targetSpoils: Spoil[] = [
  { name: "dot segments", spoil: (raw, mark) => ({ ...raw, target: `/${mark}/..${raw.target}` }) },
  {
    name: "escaped dot segments",
    spoil: (raw, mark) => ({ ...raw, target: `/${mark}/%2e%2e${raw.target}` }),
  },
  {
    name: "a way up escaped with its slash",
    spoil: (raw, mark) => ({ ...raw, target: `/${mark}/..%2f${raw.target.slice(1)}` }),
  },
  { name: "an escape of nothing", spoil: (raw, mark) => ({ ...raw, target: `/${mark}%zz` }) },
  { name: "an escape of no character", spoil: (raw, mark) => ({ ...raw, target: `/approvals/${mark}%ff` }) },
  { name: "an id with NUL", spoil: (raw, mark) => ({ ...raw, target: `/api/approvals/${mark}%00` }) },
  { name: "an id with a slash", spoil: (raw, mark) => ({ ...raw, target: `/api/approvals/..%2f${mark}` }) },
  { name: "an id of dots", spoil: (raw) => ({ ...raw, target: "/api/contracts/%2e%2e" }) },
  {
    name: "half a character in an id",
    spoil: (raw, mark) => ({ ...raw, target: `/contracts/${mark}%ed%a0%80` }),
  },
  { name: "a page's id with NUL", spoil: (raw, mark) => ({ ...raw, target: `/approvals/${mark}%00` }) },
  {
    name: "a page's id escaped twice",
    spoil: (raw, mark) => ({ ...raw, target: `/approvals/${mark}%25ff` }),
  },
  { name: "a long id", spoil: (raw, mark) => ({ ...raw, target: `/approvals/${mark.repeat(200)}` }) },
  {
    name: "an address of Next's own",
    spoil: (raw, mark) => ({ ...raw, target: `/_next/${mark}/..%2f..%2fpackage.json` }),
  },
  {
    name: "an image to fetch",
    spoil: (raw, mark) => ({ ...raw, target: `/_next/image?url=http%3a%2f%2f${mark}.example%2f&w=64&q=75` }),
  },
];

const spoiltQueries: Spoil[] = [
  { name: "an unknown parameter", spoil: (raw, mark) => withQuery(raw, `${mark}=1`) },
  { name: "a parameter twice", spoil: (raw, mark) => withQuery(raw, `limit=1&limit=${mark}`) },
  { name: "a parameter of no character", spoil: (raw, mark) => withQuery(raw, `phase=%ff${mark}`) },
  { name: "a parameter with NUL", spoil: (raw, mark) => withQuery(raw, `cursor=%00${mark}`) },
  { name: "a broken escape", spoil: (raw, mark) => withQuery(raw, `type=%${mark}`) },
];
export const querySpoils = spoiltQueries.map((spoil) => ({ ...spoil, isHarmless: true }));
