import { Suspense } from "react";
import { Pane } from "@/components/approvals/desk";
import { SheetSkeleton } from "@/components/approvals/sheet-skeleton";
import { Hydrated } from "@/components/hydrated";
import { requirePageSession } from "@/lib/http/page-session";
import { titled } from "../page-title";
import { readInbox } from "./read-inbox";
import { requestAnswers } from "./read-request";

export function generateMetadata() {
  return titled(({ screens }) => screens.inbox.page);
}

/** The list does not wait for what stands beside it, which a phone does not even show. */
export default function InboxPage() {
  return (
    <Suspense
      fallback={
        <div data-slot="to-come">
          <SheetSkeleton />
        </div>
      }
    >
      <First />
    </Suspense>
  );
}

async function First() {
  const { ctx } = await requirePageSession();
  const beside = (await readInbox(ctx))?.beside ?? null;
  return (
    <Hydrated answers={beside === null ? [] : await requestAnswers(ctx, beside)}>
      <Pane />
    </Hydrated>
  );
}
