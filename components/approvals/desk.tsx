"use client";

import { useQuery } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef, useState } from "react";
import { inboxSearch } from "@/components/inbox/address";
import type { FirstPage } from "@/components/inbox/first-page";
import { goHere, isOfInbox } from "@/components/inbox/go-here";
import { type InboxRead, useInbox } from "@/components/inbox/use-inbox";
import { usePlace } from "@/components/inbox/use-place";
import { useDomainWords, useWords } from "@/components/reader";
import { LiveState } from "@/components/shell/live-state";
import { PhoneAccount } from "@/components/shell/phone-account";
import { offerShortcut } from "@/components/ui/shortcut";
import { approvalQuery } from "@/lib/api/queries/approval";
import { openApprovalsQuery } from "@/lib/api/queries/open-approvals";
import { ApprovalPane } from "./approval-pane";
import { useCameFrom } from "./came-from";
import { Inbox } from "./inbox";

type Open = { openId: string | null; previewId: string | null };
const OpenContext = createContext<Open>({ openId: null, previewId: null });

/**
 * The list, and beside it what is open. On a phone one of the two is the page: the list at `/`, the request
 * at its own address. The list stays mounted while requests are opened, so it keeps its place.
 */
export function Desk({ first = null, children }: { first?: FirstPage | null; children: ReactNode }) {
  const words = useWords();
  const openId = openIn(usePathname());
  const inbox = useInbox(first);
  const previewId = usePreview(openId, inbox);
  const open = useMemo(() => ({ openId, previewId }), [openId, previewId]);
  const { list, pane } = usePlace(openId);
  // Opened from history, the list of what waits beside it would say another place.
  const isAlone = useCameFrom() !== null && openId !== null;
  const chosen =
    openId !== null
      ? ({ id: openId, choice: "open" } as const)
      : previewId === null
        ? null
        : ({ id: previewId, choice: "preview" } as const);
  return (
    <OpenContext value={open}>
      <main
        id="content"
        tabIndex={-1}
        className={`min-h-0 outline-none desk:grid print:block ${isAlone ? "" : "desk:grid-cols-beside"}`}
      >
        <section
          ref={list}
          aria-label={words.inbox.list}
          data-follow
          className={`@container relative min-h-0 px-4 pt-4 pb-[6rem] desk:overflow-y-auto desk:px-6 desk:py-6 print:hidden ${openId === null ? "" : isAlone ? "hidden" : "hidden desk:block"}`}
        >
          <div className="-mt-3 mb-1 flex items-center justify-between gap-4 desk:hidden">
            <LiveState compact />
            <PhoneAccount />
          </div>
          <Inbox chosen={chosen} inbox={inbox} />
        </section>
        <div
          ref={pane}
          className={`relative min-h-0 desk:block desk:overflow-y-auto desk:border-s desk:bg-sheet print:overflow-visible print:border-0 ${openId === null ? "hidden" : ""} ${isAlone ? "desk:border-s-0" : ""}`}
        >
          {children}
        </div>
      </main>
    </OpenContext>
  );
}

/**
 * What stands beside the list: the request the address names, else the most urgent one, which does not change
 * under the reader's eyes. It goes by the address alone, so that going from one to the next asks for no page.
 */
export function Pane() {
  const words = useWords().detail.none;
  const { openId, previewId } = useContext(OpenContext);
  useEffect(() => offerShortcut(showHere), []);
  useTitle(openId);
  const id = openId ?? previewId;
  if (id !== null) return <ApprovalPane key={id} id={id} isPage={openId !== null} />;
  return <p className="h-full bg-paper px-6 py-6 text-ink-3 text-small">{words.text}</p>;
}

function showHere(href: string, how: "push" | "replace"): boolean {
  if (!isOfInbox(href)) return false;
  goHere(href, how);
  return true;
}

/** The same title as the server gives the address; the number in front is kept by whoever counts. */
function useTitle(openId: string | null): void {
  const words = useWords();
  const domain = useDomainWords();
  const open = useQuery({ ...approvalQuery(openId ?? ""), enabled: false }).data?.approval;
  const listed = useQuery({ ...openApprovalsQuery(), enabled: false }).data?.approvals;
  const approval = open ?? listed?.find(({ id }) => id === openId);
  const page = openId === null ? words.inbox.page : approval ? domain.title(approval) : null;
  const count = useRef<string>("");
  useEffect(() => {
    if (page === null) return;
    count.current = /^\([^)]*\) /.exec(document.title)?.[0] ?? "";
    const title = count.current + words.app.title(page, null);
    if (document.title !== title) document.title = title;
  }, [page, words]);
}

function openIn(pathname: string): string | null {
  const [, id] = /\/approvals\/([^/]+)$/.exec(pathname) ?? [];
  if (id === undefined) return null;
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** The first of what is shown; another one only where another list is asked for, or another request was open. */
function usePreview(openId: string | null, { list, search }: InboxRead): string | null {
  const first = (list?.shown[0] ?? list?.all[0])?.id ?? null;
  const place = `${openId ?? ""} ${inboxSearch({ ...search, sort: null })}`;
  const [pinned, setPinned] = useState({ place, id: first });
  if (pinned.place !== place || (pinned.id === null && first !== null)) setPinned({ place, id: first });
  return pinned.place === place ? pinned.id : first;
}
