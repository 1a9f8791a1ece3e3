"use client";

import { addresses } from "@/components/addresses";
import { Blank } from "@/components/ui/blank";
import { Button } from "@/components/ui/button";
import { Phrase } from "@/components/ui/phrase";
import type { BrowserWords } from "@/lib/messages";

/** In the place of a page that could not be drawn. */
export function ErrorScreen({
  error,
  retry,
  words,
}: {
  error: unknown;
  retry: () => void;
  words: BrowserWords["screens"]["errors"];
}) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <main id="content" className="mx-auto max-w-sheet px-4 py-7">
      <title>{words.page}</title>
      <Blank
        level={1}
        title={words.title}
        action={
          <>
            <Button variant="primary" onClick={() => retry()}>
              {words.retry}
            </Button>
            {/* A full load: what failed must not be kept in memory. */}
            <a href={addresses.inbox} className="inline-flex min-h-touch items-center text-pen underline">
              {words.home}
            </a>
          </>
        }
      >
        <p>{words.text}</p>
        {digest ? (
          <p className="text-ink-3 text-small">
            <Phrase text={words.reference} id={digest} />
          </p>
        ) : null}
      </Blank>
    </main>
  );
}
