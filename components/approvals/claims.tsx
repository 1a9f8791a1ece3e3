"use client";

import { useWords } from "@/components/reader";
import { TheirWords } from "@/components/their-words";
import { Age } from "@/components/time/instant";
import { Phrase } from "@/components/ui/phrase";
import type { Claim } from "@/lib/api/types";

/** What we were told and could not prove, apart from what is counted, each with why. */
export function Claims({ claims }: { claims: readonly Claim[] }) {
  const words = useWords().claims;
  if (claims.length === 0) return null;
  return (
    <section aria-labelledby="claims" className="mt-6">
      <h2 id="claims" className="font-semibold text-ink-2 text-small">
        {words.title}
      </h2>
      <p className="border-b border-dashed pb-2 text-ink-3 text-small">{words.text}</p>
      <ul>
        {claims.map((claim) => (
          <li key={claim.id} className="border-b border-dashed py-3 text-small">
            <p className="flex flex-wrap justify-between gap-x-4">
              <span className="font-medium text-ink">
                <TheirWords text={claim.id} />
              </span>
              <span className="text-ink-3">
                <ClaimOrigin claim={claim} />
              </span>
            </p>
            <p className="text-ink-2">{claim.why}</p>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** By which way it reached us, and when. */
export function ClaimOrigin({ claim: { way, label, receivedAt } }: { claim: Claim }) {
  const { ways } = useWords().claims;
  return (
    <>
      <Phrase
        text={way === "paste" ? ways.paste : label ? ways.capture : ways.captureNobody}
        label={label && <TheirWords text={label} />}
      />
      {", "}
      <Age at={receivedAt} />
    </>
  );
}
