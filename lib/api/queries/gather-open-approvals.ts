import type { ApprovalList } from "../types";
import { fetchJson } from "./fetch-json";

const PAGE = 200;
/** Beyond this the list says how many more there are; nobody reads a thousand rows. */
const MOST_PAGES = 5;

/** All that is open, nearest deadline first: the pages of one list as if they were one. */
export async function gatherOpenApprovals(
  page: (query: URLSearchParams) => Promise<ApprovalList>,
): Promise<ApprovalList> {
  const first = await page(new URLSearchParams({ phase: "open", limit: String(PAGE) }));
  const approvals = [...first.approvals];
  const earlier = { ...first.earlier };
  let cursor = first.nextCursor;
  for (let read = 1; cursor !== null && read < MOST_PAGES; read += 1) {
    const next = await page(new URLSearchParams({ phase: "open", limit: String(PAGE), cursor }));
    approvals.push(...next.approvals);
    Object.assign(earlier, next.earlier);
    cursor = next.nextCursor;
  }
  return { ...first, approvals, earlier, nextCursor: cursor };
}

export function readOpenApprovals(signal?: AbortSignal): Promise<ApprovalList> {
  return gatherOpenApprovals((query) =>
    fetchJson<ApprovalList>(`/api/approvals?${query}`, signal ? { signal } : {}),
  );
}
