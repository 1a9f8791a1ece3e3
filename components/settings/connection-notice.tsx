"use client";

import { useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Instant, When } from "@/components/time/instant";
import { Phrase } from "@/components/ui/phrase";
import type { ConnectionNotice } from "@/lib/api/types";

/** One notice about the connection in a sentence. What a token is called is somebody's own words. */
export function ConnectionNoticeText({ notice }: { notice: ConnectionNotice }) {
  const words = useWords().connection;
  switch (notice.kind) {
    case "disconnected":
      return <Phrase text={words.disconnected} since={<Since at={notice.since} />} />;
    case "no_token":
      return words.no_token;
    case "token_expired":
    case "token_refused":
      return (
        <Phrase
          text={words[notice.kind][notice.isOnly ? "only" : "other"]}
          label={<TheirWords text={notice.label || words.tokenUnnamed} />}
          since={<Since at={notice.since} />}
        />
      );
    case "token_expires":
      return (
        <Phrase
          text={words.token_expires}
          label={<TheirWords text={notice.label || words.tokenUnnamed} />}
          at={<Instant at={notice.at} />}
        />
      );
    case "scope_missing":
      return words.scope_missing[notice.scope] ?? words.scopeUnknown;
  }
}

function Since({ at }: { at: string | null }) {
  const { earlier } = useWords().connection;
  return at === null ? earlier : <When at={at} />;
}
