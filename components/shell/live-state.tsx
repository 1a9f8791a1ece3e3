"use client";

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useSyncExternalStore } from "react";
import { useWords } from "@/components/reader";
import { Age } from "@/components/time/instant";
import { join } from "@/components/ui/join";
import { Phrase } from "@/components/ui/phrase";
import { liveState } from "@/lib/api/queries/pace";
import { summaryQuery } from "@/lib/api/queries/summary";
import type { Summary } from "@/lib/api/types";

type Tone = "good" | "soon" | "last" | "plain";

const TONES: Record<Summary["sync"]["state"], Tone> = {
  ok: "good",
  behind: "soon",
  unreachable: "soon",
  refused: "last",
  off: "plain",
};

const DOTS: Record<Tone, string> = {
  good: "bg-good ring-good-wash",
  soon: "bg-soon ring-soon-wash",
  last: "bg-last ring-last-wash",
  plain: "bg-line-strong ring-wash",
};

/** Whether what is on the screen is the truth, and how old it is if not. */
export function LiveState({ compact = false }: { compact?: boolean }) {
  const words = useWords().live;
  const summary = useQuery(summaryQuery());
  const isOnline = useOnline();
  const isPolling = useSyncExternalStore(liveState.subscribe, liveState.get, () => "starting") === "polling";
  if (!isOnline) {
    const at = summary.dataUpdatedAt;
    const title =
      at === 0 ? (
        words.noNetworkNever
      ) : (
        <Phrase text={words.noNetwork} ago={<Age at={new Date(at).toISOString()} />} />
      );
    return <State tone="soon" title={title} detail={null} compact={compact} />;
  }
  if (!summary.data && !summary.isError) return null;
  if (summary.isError || !summary.data) {
    const at = summary.dataUpdatedAt;
    const detail =
      at === 0 ? (
        words.reconnecting
      ) : (
        <Phrase text={words.shown} ago={<Age at={new Date(at).toISOString()} />} />
      );
    return <State tone="soon" title={words.offline} detail={detail} compact={compact} />;
  }
  const { state, lastReadAt } = summary.data.sync;
  const ago = lastReadAt === null ? null : <Age at={lastReadAt} />;
  if (state === "ok" && isPolling) {
    const title = ago ? <Phrase text={words.polling} ago={ago} /> : words.pollingNever;
    return <State tone="soon" title={title} detail={words.asking} compact={compact} />;
  }
  const isFollowing = state === "ok" || state === "behind";
  return (
    <State
      tone={TONES[state]}
      title={
        isFollowing && ago ? (
          <Phrase text={words[state]} ago={ago} />
        ) : state === "ok" ? (
          words.okNever
        ) : (
          words[state === "behind" ? "first" : state]
        )
      }
      detail={isFollowing ? null : ago ? <Phrase text={words.since} ago={ago} /> : words.never}
      compact={compact}
    />
  );
}

/** The browser knows before any call fails that there is no network at all. */
function useOnline(): boolean {
  return useSyncExternalStore(
    subscribeOnline,
    () => navigator.onLine,
    () => true,
  );
}

function subscribeOnline(reader: () => void): () => void {
  window.addEventListener("online", reader);
  window.addEventListener("offline", reader);
  return () => {
    window.removeEventListener("online", reader);
    window.removeEventListener("offline", reader);
  };
}

function State({
  tone,
  title,
  detail,
  compact,
}: {
  tone: Tone;
  title: ReactNode;
  detail: ReactNode;
  compact: boolean;
}) {
  return (
    <div
      data-slot="live-state"
      className={join(
        "flex items-center gap-1 text-caption text-ink-2",
        compact ? "flex-row gap-2" : "flex-col wide:flex-row wide:items-baseline wide:gap-2 wide:text-small",
      )}
    >
      <span aria-hidden="true" className={join("size-2 shrink-0 rounded-full ring-[3px]", DOTS[tone])} />
      <span>
        {title}
        {detail ? <span className="block text-caption text-ink-3">{detail}</span> : null}
      </span>
    </div>
  );
}
