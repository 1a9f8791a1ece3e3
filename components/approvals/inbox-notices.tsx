"use client";

import { addresses } from "@/components/addresses";
import { useWords } from "@/components/reader";
import { isGrave } from "@/components/settings/is-grave";
import { Age, When } from "@/components/time/instant";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Phrase } from "@/components/ui/phrase";
import { useCan } from "@/components/use-can";
import type { Summary } from "@/lib/api/types";

/** What stands between the reader and the truth, said above the list it concerns. The list stays. */
export function InboxNotices({
  summary,
  staleSince,
}: {
  summary: Summary | undefined;
  staleSince: number | null;
}) {
  const words = useWords().inbox;
  return (
    <div className="mt-4 grid gap-2 empty:hidden">
      {staleSince === null ? null : (
        <Notice tone="alert" role="status">
          <p>
            <Phrase text={words.stale} ago={<Age at={new Date(staleSince).toISOString()} />} />
          </p>
        </Notice>
      )}
      {summary && !isSaidAbove(summary) ? <SyncNotice sync={summary.sync} /> : null}
      {summary?.notStored.map((gap) => (
        <NotStored key={gap.from} gap={gap} />
      ))}
      {summary && summary.quarantined > 0 ? (
        <Notice tone="alert">
          <p>{words.quarantined(summary.quarantined)}</p>
        </Notice>
      ) : null}
    </div>
  );
}

/** Refused tokens have their words above every page. */
function isSaidAbove({ sync, connection }: Summary): boolean {
  return sync.state === "refused" && connection.notices.some(isGrave);
}

/** A time in which requests may have been made that this inbox knows nothing of. */
function NotStored({ gap: { from, to } }: { gap: Summary["notStored"][number] }) {
  const words = useWords().coverage.notStored;
  const canAdd = useCan("add_requests");
  return (
    <Notice tone="alert" title={words.title} role="status">
      <p>
        <Phrase
          text={to === null ? words.open : words.closed}
          from={<When at={from} />}
          to={to === null ? null : <When at={to} />}
        />{" "}
        {canAdd ? <Link href={addresses.add}>{words.add}</Link> : null}
      </p>
    </Notice>
  );
}

function SyncNotice({ sync }: { sync: Summary["sync"] }) {
  const words = useWords().inbox;
  const ago = sync.lastReadAt === null ? null : <Age at={sync.lastReadAt} />;
  switch (sync.state) {
    case "refused":
    case "unreachable": {
      const said = words[sync.state];
      return (
        <Notice tone="alert" title={said.title} role="status">
          <p>
            <Phrase text={ago ? said.text : said.textNever} ago={ago} />{" "}
            {sync.state === "refused" ? (
              <Link href={addresses.connection}>{words.refused.action}</Link>
            ) : null}
          </p>
        </Notice>
      );
    }
    case "behind":
      return (
        <Notice role="status">
          <p>
            {sync.message} {ago ? <Phrase text={words.behind} ago={ago} /> : null}
          </p>
        </Notice>
      );
    default:
      return null;
  }
}
