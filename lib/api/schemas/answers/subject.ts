import { instant } from "@/lib/api/schemas/answers/approval";
import type { About } from "@/lib/api/types";
import type { Action, Around, Subject } from "@/lib/domain/records";
import type { Messages } from "@/lib/messages";

const WHAT: Record<Action, Around["what"]> = {
  hire: "proposal",
  fund: "milestone",
  release: "milestone",
  end: "contract",
};

/** What a request that is not on the list is about; what is not known says why. */
export function aboutJson(action: Action, subject: Subject, words: Messages): About {
  const { counterparty, jobTitle, contractTitle, amountCents, amountUnreadable, readAt, unread } = subject;
  const { unknown } = words.around;
  return {
    counterparty,
    jobTitle,
    contractTitle,
    amountCents,
    amountUnreadable,
    readAt: instant(readAt),
    unknown: unread && {
      code: unread.code,
      since: unread.since.toISOString(),
      text: unknown(WHAT[action], unread.code),
    },
  };
}
