import { instant } from "@/lib/api/schemas/answers/approval";
import type { Around as AroundJson } from "@/lib/api/types";
import type { Around } from "@/lib/domain/records";
import { messagesFor } from "@/lib/messages";

export function aroundJson({ what, id, readAt, unread }: Around): AroundJson {
  const { unknown } = messagesFor("en").around;
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
