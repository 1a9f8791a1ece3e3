"use client";

import { useQuery } from "@tanstack/react-query";
import { type ComponentProps, lazy, memo, Suspense, useEffect } from "react";
import { useReader } from "@/components/reader";
import { useExactNow } from "@/components/time/clock";
import { approvalQuery } from "@/lib/api/queries/approval";
import { openApprovalsQuery } from "@/lib/api/queries/open-approvals";
import type { ApprovalPane } from "./approval-pane";
import { SheetSkeleton } from "./sheet-skeleton";
import { wantPane, whenWanted } from "./when-wanted";

const Pane = lazy(async () => {
  if (typeof window !== "undefined") await whenWanted();
  const { ApprovalPane } = await import("./approval-pane");
  return { default: ApprovalPane };
});

type Props = ComponentProps<typeof ApprovalPane>;

/**
 * A request as the server drew it. What makes it move is a third of all the list's own script, and is fetched
 * when somebody comes near, or when what stands there would no longer be true: a phone that shows the list
 * alone has no use for it. Drawn again for another reason, React would throw away what the server drew.
 */
export const LatePane = memo(function LatePane(props: Props) {
  const { timeZone } = useReader();
  return (
    <>
      {/* Drawn for another zone than the browser turned out to be in, it is drawn anew. */}
      <Suspense key={timeZone} fallback={<NotDrawn />}>
        <Pane {...props} />
      </Suspense>
      {props.isPage ? <Wanted /> : <WantedWhenOld id={props.id} />}
    </>
  );
});

/** Nothing of it came with the page. */
function NotDrawn() {
  return (
    <>
      <Wanted />
      <SheetSkeleton />
    </>
  );
}

function Wanted() {
  useEffect(wantPane, []);
  return null;
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const beside = "(min-width: 64rem)";

/** What stands there is true until its minute is over, its last hour begins, or something else is read of it. */
function WantedWhenOld({ id }: { id: string }) {
  const exactNow = useExactNow();
  const drawn = useQuery({ ...approvalQuery(id), enabled: false }).data?.approval;
  const list = useQuery({ ...openApprovalsQuery(), enabled: false }).data?.approvals;
  useEffect(() => {
    if (!window.matchMedia(beside).matches) return;
    const listed = list?.find((one) => one.id === id);
    const isOld = drawn === undefined || (list && JSON.stringify(listed) !== JSON.stringify(drawn));
    const nowMs = exactNow().getTime();
    const leftMs = Date.parse(drawn?.expiresAt ?? "") - nowMs;
    if (isOld || (leftMs > 0 && leftMs < HOUR_MS)) return wantPane();
    const timer = setTimeout(wantPane, MINUTE_MS - (nowMs % MINUTE_MS));
    return () => clearTimeout(timer);
  }, [id, drawn, list, exactNow]);
  return null;
}
