import "server-only";
import { headers } from "next/headers";
import { cache } from "react";
import { INBOX, type InboxSearch, inboxSearch, readInboxSearch } from "@/components/inbox/address";
import { choicesIn, type Facets, facetsOf } from "@/components/inbox/facets";
import type { FirstPage } from "@/components/inbox/first-page";
import { FIRST_ROWS } from "@/components/inbox/first-rows";
import { MORE } from "@/components/inbox/more";
import { narrowed } from "@/components/inbox/narrow";
import { apiSearch } from "@/lib/api/queries/list-search";
import type { ApprovalList } from "@/lib/api/types";
import { kindOf } from "@/lib/domain/consequences";
import { isAppError } from "@/lib/errors";
import { answerApprovals } from "@/lib/http/answers/approvals";
import { answerOutline } from "@/lib/http/answers/outline";
import { internal } from "@/lib/http/internal-headers";
import type { Ctx } from "@/lib/services/context";
import { answerOrNull } from "../answer-or-null";
import { readSummary } from "../read-summary";

/** `beside`: the request that stands beside the list. `whole`: all that waits is here. Else the page has the beginning of what its address asks for. */
export type InboxRead =
  | { whole: ApprovalList; first: null; beside: string | null }
  | { whole: null; first: FirstPage; beside: string | null };

/**
 * What waits, as much of it as is seen first. A few are read whole, and narrowed where they are drawn; of many
 * only the beginning of what the address asks for, with what is said of all of them.
 */
export const readInbox = cache(async (ctx: Ctx): Promise<InboxRead | null> => {
  const given = new URL((await headers()).get(internal.path) ?? "/", "http://here").searchParams;
  const search = readInboxSearch(given);
  const cursor = given.get("cursor");
  const [answered, outline, { summary }] = await Promise.all([
    answerOrNull(pageOf(ctx, search, cursor)),
    answerOrNull(answerOutline(ctx, search.q)),
    readSummary(ctx),
  ]);
  if (answered === null || outline === null) return null;
  const soonest = outline[0]?.id ?? null;
  if (outline.length <= FIRST_ROWS && cursor === null) {
    const isWhole = answered.approvals.length === outline.length && search.sort === null;
    const whole = isWhole ? answered : await answerOrNull(pageOf(ctx, NOTHING, null));
    return whole && { whole, first: null, beside: narrowed(whole.approvals, search)[0]?.id ?? soonest };
  }
  const page = search.isOther ? onlyOther(answered) : answered;
  const available = summary.credits?.availableCents ?? null;
  const facets = withMarksOf(page, facetsOf(outline, search, available));
  const isChoosing =
    given.has(MORE) || search.contractId !== null || search.agent !== null || search.sort !== null;
  return {
    whole: null,
    first: {
      search: inboxSearch(search),
      page,
      facets,
      choices: isChoosing ? choicesIn(outline) : null,
      isFurther: cursor !== null,
    },
    beside: page.approvals[0]?.id ?? soonest,
  };
});

const NOTHING = readInboxSearch({});

async function pageOf(ctx: Ctx, search: InboxSearch, cursor: string | null): Promise<ApprovalList> {
  const query = apiSearch(search, INBOX);
  query.set("limit", String(FIRST_ROWS));
  if (cursor === null) return answerApprovals(ctx, query);
  return answerApprovals(ctx, new URLSearchParams([...query, ["cursor", cursor]])).catch((error: unknown) => {
    // A place in the list that is none any more, or was made up: the list begins anew.
    if (isAppError(error) && error.code === "BAD_REQUEST") return answerApprovals(ctx, query);
    throw error;
  });
}

/** The API has no word for kinds nobody knows: of each page, those. */
function onlyOther(page: ApprovalList): ApprovalList {
  return { ...page, approvals: page.approvals.filter(({ type }) => kindOf(type) === "unknown") };
}

/** Only who is drawn has to be told apart now. */
function withMarksOf(page: ApprovalList, facets: Facets): Facets {
  const marks = page.approvals.flatMap(({ id }) =>
    facets.marks[id] ? [[id, facets.marks[id]] as const] : [],
  );
  return { ...facets, marks: Object.fromEntries(marks) };
}
