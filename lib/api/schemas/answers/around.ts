import { instant } from "@/lib/api/schemas/answers/approval";
import type { Around as AroundJson } from "@/lib/api/types";
import type { Around } from "@/lib/domain/records";
import type { Messages } from "@/lib/messages";

export function aroundJson({ what, id, readAt, unread }: Around, words: Messages): AroundJson {
  const { unknown } = words.around;
  return {
    what,
    id,
    source: "opentrain",
    readAt: instant(readAt),
    unknown: unread && {
      code: unread.code,
      since: unread.since.toISOString(),
      text: unknown(what, unread.code),
    },
  };
}
