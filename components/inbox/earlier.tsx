"use client";

import { addresses } from "@/components/addresses";
import { useWords } from "@/components/reader";
import { When } from "@/components/time/instant";
import { ReplacedIcon } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { Phrase } from "@/components/ui/phrase";
import type { ApprovalList } from "@/lib/api/types";

export type EarlierRequests = NonNullable<ApprovalList["earlier"]>[string];

/** What a request replaced, folded in under it: it is out of every sum, and one step away. */
export function Earlier({ requests }: { requests: EarlierRequests }) {
  const words = useWords().inboxList.earlier;
  return (
    <details className="pb-3 text-ink-2 text-small ps-7 pad:ps-[3.75rem] pad:pb-2">
      <summary className="inline-flex min-h-touch cursor-pointer list-none items-center gap-1 rounded-tight underline-offset-2 hover:underline desk:min-h-0 desk:py-1 [&::-webkit-details-marker]:hidden">
        <ReplacedIcon className="size-4 shrink-0 text-ink-3" />
        {words.label(requests.length)}
      </summary>
      <ul className="grid gap-px pt-1">
        {requests.map(({ id, createdAt }) => (
          <li key={id}>
            <Link
              href={addresses.approval(id)}
              className="inline-flex min-h-touch items-center text-pen hover:underline desk:min-h-0 desk:py-1"
            >
              {createdAt === null ? (
                words.unknown
              ) : (
                <span>
                  <Phrase text={words.asked} when={<When at={createdAt} />} />
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  );
}
