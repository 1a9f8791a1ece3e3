import { instant } from "@/lib/api/schemas/answers/approval";
import type { ConnectionNotice } from "@/lib/api/types";
import type { ConnectionNotice as NoticeRecord } from "@/lib/domain/connection-notices";

export function noticeJson(notice: NoticeRecord): ConnectionNotice {
  switch (notice.kind) {
    case "disconnected":
      return { kind: notice.kind, since: instant(notice.since) };
    case "token_expired":
    case "token_refused":
      return { ...notice, since: instant(notice.since) };
    case "token_expires":
      return { ...notice, at: notice.at.toISOString() };
    case "no_token":
    case "scope_missing":
      return notice;
  }
}
