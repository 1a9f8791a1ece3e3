import { phraseText } from "@/components/ui/phrase";
import { formatDay, formatInstant } from "@/lib/messages/format";
import type { View } from "@/lib/messages/view";
import { daysOf, type Span } from "./periods";

/** "1 Nov 2026 to 30 Nov 2026", or one end of it alone. */
export function spanInWords(
  span: Span,
  { locale, timeZone }: Pick<View, "locale" | "timeZone">,
  words: { from: string; to: string },
): string {
  const { first, last } = daysOf(span, timeZone);
  const said = (at: Date | null, day: string | null) =>
    at === null ? null : day === null ? formatInstant(at, timeZone, locale) : formatDay(day, locale);
  const [from, to] = [said(span.from, first), said(span.to, last)];
  return [from && phraseText(words.from, { what: from }), to && phraseText(words.to, { what: to })]
    .filter((part) => part !== null)
    .join(" ");
}
