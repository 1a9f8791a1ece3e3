type Shared = Record<string, string | string[] | undefined>;

const longest = 5_000;

/**
 * What a share sheet handed over, one thing a line: the links in it, or else the words as they are. Apps put a
 * link where they like, most of them into the text.
 */
export function sharedLines({ url, text, title }: Shared): string {
  const given = [url, text, title].flatMap((value) => value ?? []).map((value) => value.slice(0, longest));
  const links = given.flatMap((value) => value.match(/https?:\/\/[^\s<>"]+/gi) ?? []);
  const lines = links.length > 0 ? links : [given.find((value) => value.trim() !== "")?.trim() ?? ""];
  return [...new Set(lines)].join("\n");
}
