"use client";

import { useMutation } from "@tanstack/react-query";
import { useWords } from "@/components/reader";
import { Button } from "@/components/ui/button";
import { CopyButton } from "@/components/ui/copy-button";
import { Notice } from "@/components/ui/notice";
import { phraseText } from "@/components/ui/phrase";
import { Section } from "@/components/ui/section";
import { showCaptureKey } from "@/lib/api/queries/capture-key";

type State = "to_show" | "shown" | "from_environment" | "elsewhere" | "not_yours";

/** The key agents hand requests over with: shown once, with the call that uses it. */
export function Capture({ state }: { state: State }) {
  const words = useWords().settings.capture;
  const show = useMutation({ mutationFn: showCaptureKey, gcTime: 0 });
  return (
    <Section title={words.title}>
      <p className="text-ink-2">{words.text}</p>
      {show.data ? (
        <Shown secret={show.data.secret} />
      ) : state === "to_show" ? (
        <div className="mt-3 grid justify-items-start gap-2">
          <Button onClick={() => show.mutate()} disabled={show.isPending}>
            {words.show}
          </Button>
          <p className="text-ink-3 text-small">{words.once}</p>
          {show.isError ? (
            <Notice role="alert" tone="alert">
              <p>{phraseText(words.failed, { why: show.error.message })}</p>
            </Notice>
          ) : null}
        </div>
      ) : (
        <p className="mt-2 text-ink-2">
          {
            {
              shown: words.shown,
              from_environment: words.environment,
              elsewhere: words.elsewhere,
              not_yours: words.onlyOwner,
            }[state]
          }
        </p>
      )}
    </Section>
  );
}

function Shown({ secret }: { secret: string }) {
  const words = useWords().settings.capture;
  const call = captureCall(window.location.origin, secret);
  return (
    <div className="mt-3 grid gap-3">
      <Notice tone="alert" role="status">
        <p>{words.once}</p>
      </Notice>
      <p data-slot="capture-key" className="rounded bg-wash px-4 py-3 font-medium select-all">
        {secret}
      </p>
      <div>
        <CopyButton text={secret} label={words.copyKey} done={words.copied} />
      </div>
      <p className="mt-2 text-ink-2">{words.how}</p>
      <pre className="whitespace-pre-wrap rounded bg-wash px-4 py-3 text-small">
        <code className="font-sans">{call}</code>
      </pre>
      <div>
        <CopyButton text={call} label={words.copyCall} done={words.copied} />
      </div>
    </div>
  );
}

/** One call, ready to paste: OpenTrain's answer as it came, the request as it was sent, the agent's own words. */
export function captureCall(origin: string, secret: string): string {
  const body =
    '{"approval": <OpenTrain\'s answer>, "request": <what was sent>, "agent": {"name": "…", "reason": "…"}}';
  return [
    `curl -X POST ${origin}/api/capture \\`,
    `  -H "Authorization: Bearer ${secret}" \\`,
    `  -H "Content-Type: application/json" \\`,
    `  -d '${body.replaceAll("'", "’")}'`,
  ].join("\n");
}
