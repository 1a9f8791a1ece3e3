import type { ApprovalList, Summary } from "@/lib/api/types";
import type { Role } from "@/lib/domain/records";
import { keepRow } from "./keep-row";
import { type KeptList, mostRows } from "./kept";

type Reader = { role: Role; locale: string; theme: string | null; timeZone: string };

/** `heardAt`: when the list came, by the device's clock. */
export function keepList(
  { approvals, totals, asOf }: ApprovalList,
  { connection, sync }: Pick<Summary, "connection" | "sync">,
  { role, locale, theme, timeZone }: Reader,
  heardAt: number,
): KeptList {
  return {
    asOf,
    savedAt: heardAt,
    locale,
    theme,
    timeZone,
    isSandbox: connection.state === "sandbox",
    openTrain: {
      isFollowed: sync.state === "ok" || sync.state === "behind",
      lastReadAt: sync.lastReadAt,
    },
    count: totals?.count ?? approvals.length,
    rows: approvals.slice(0, mostRows).map((approval) => keepRow(approval, role, new Date(asOf))),
  };
}
