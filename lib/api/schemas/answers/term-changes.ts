import { compareWords } from "@/lib/api/schemas/answers/compare-words";
import type { TermChange } from "@/lib/api/types";
import type { Terms } from "@/lib/domain/records";
import { termsDifferences } from "@/lib/domain/terms";

/** Every term that is not what it was; amounts and dates are compared whole, texts by their words. */
export function termChanges(before: Terms, after: Terms): TermChange[] {
  return termsDifferences(before, after).map(({ field, asked, confirmed }) =>
    termChange(field, asked, confirmed),
  );
}

export function termChange(field: keyof Terms, before: string | null, after: string | null): TermChange {
  const isText = field === "name" || field === "description";
  const words = isText && before !== null && after !== null ? compareWords(before, after) : null;
  return { field, before, after, words };
}
