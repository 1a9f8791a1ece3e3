"use client";

import { useQuery } from "@tanstack/react-query";
import { useParams } from "next/navigation";
import { createContext, type ReactNode, useContext, useState } from "react";
import { useWords } from "@/components/reader";
import { LiveState } from "@/components/shell/live-state";
import { PhoneAccount } from "@/components/shell/phone-account";
import { openApprovalsQuery } from "@/lib/api/queries/open-approvals";
import { ApprovalPane } from "./approval-pane";
import { useCameFrom } from "./came-from";
import { Inbox } from "./inbox";

const PreviewContext = createContext<string | null>(null);

/**
 * The list, and beside it what is open. On a phone one of the two is the page: the list at `/`, the request
 * at its own address. The list stays mounted while requests are opened, so it keeps its place.
 */
export function Desk({ children }: { children: ReactNode }) {
  const words = useWords();
  const params = useParams<{ id?: string }>();
  const openId = params.id === undefined ? null : decodeURIComponent(params.id);
  const previewId = usePreview(openId);
  // Opened from history, the list of what waits beside it would say another place.
  const isAlone = useCameFrom() !== null && openId !== null;
  const chosen =
    openId !== null
      ? ({ id: openId, choice: "open" } as const)
      : previewId === null
        ? null
        : ({ id: previewId, choice: "preview" } as const);
  return (
    <PreviewContext value={previewId}>
      <main
        id="content"
        tabIndex={-1}
        className={`min-h-0 outline-none desk:grid print:block ${isAlone ? "" : "desk:grid-cols-beside"}`}
      >
        <section
          aria-label={words.inbox.list}
          data-follow
          className={`@container relative min-h-0 px-4 pt-4 pb-[6rem] desk:overflow-y-auto desk:px-6 desk:py-6 print:hidden ${openId === null ? "" : isAlone ? "hidden" : "hidden desk:block"}`}
        >
          <div className="-mt-3 mb-1 flex items-center justify-between gap-4 desk:hidden">
            <LiveState compact />
            <PhoneAccount />
          </div>
          <Inbox chosen={chosen} />
        </section>
        <div
          className={`relative min-h-0 desk:block desk:overflow-y-auto desk:border-s desk:bg-sheet print:overflow-visible print:border-0 ${openId === null ? "hidden" : ""} ${isAlone ? "desk:border-s-0" : ""}`}
        >
          {children}
        </div>
      </main>
    </PreviewContext>
  );
}

/** At `/` the most urgent request stands beside the list; it does not change under the reader's eyes. */
export function Preview() {
  const words = useWords().detail.none;
  const id = useContext(PreviewContext);
  if (id !== null) return <ApprovalPane key={id} id={id} isPage={false} />;
  return <p className="h-full bg-paper px-6 py-6 text-ink-3 text-small">{words.text}</p>;
}

function usePreview(openId: string | null): string | null {
  const first = useQuery(openApprovalsQuery()).data?.approvals[0]?.id ?? null;
  const [pinned, setPinned] = useState({ openId, id: first });
  if (pinned.openId !== openId || (pinned.id === null && first !== null)) setPinned({ openId, id: first });
  return pinned.id;
}
