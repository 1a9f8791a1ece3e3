"use client";

import { Amount } from "@/components/approvals/amount";
import { Checks } from "@/components/approvals/checks";
import { EscrowPart } from "@/components/approvals/escrow-part";
import { Row } from "@/components/approvals/row";
import { ContractMoney } from "@/components/contracts/contract-money";
import { StepLine } from "@/components/contracts/step-line";
import { ShareBar } from "@/components/money/share-bar";
import { StatusTag } from "@/components/status/status-tag";
import { TheirWords } from "@/components/their-words";
import type { Phase } from "@/lib/domain/records";
import { FiltersShown } from "./filters-shown";
import { contracts, everyOpen, release } from "./fixtures";
import { Chapter, Part } from "./part";

const LOOKS = ["this", "rest", "gone", "open", "ghost"] as const;
const PHASES: Phase[] = [
  "waiting",
  "closing_soon",
  "last_hour",
  "past_due",
  "confirmed",
  "declined",
  "lapsed",
  "superseded",
  "unreadable",
];

/** What knows of requests and money. */
export function Things() {
  return (
    <Chapter id="things" name="Requests and money">
      <Part name="Phases" use="What a request is now. The words and the drawing say it without the colour.">
        {() => (
          <p className="flex flex-wrap gap-2">
            {PHASES.map((phase) => (
              <StatusTag key={phase} phase={phase} />
            ))}
          </p>
        )}
      </Part>
      <Part name="Amounts" use="The one figure: a plus where a fee is not stated, unknown where it is.">
        {() =>
          everyOpen.map(({ id, money }) => (
            <p key={id} className="font-semibold text-title">
              <Amount money={money} />
            </p>
          ))
        }
      </Part>
      <Part
        name="Their words"
        use="Everything an agent, a freelancer or a teammate wrote: inert, and what hides in it is shown."
      >
        {() => (
          <>
            <p>
              <TheirWords text={"Noor\u202e.B \u200b <b>bold</b> https://evil.example"} />
            </p>
            <p>
              <TheirWords text="Total cost $480, then $504.95." known={[50495]} />
            </p>
          </>
        )}
      </Part>
      <Part
        name="Shares"
        use="Escrow as a part of what it is a part of. What a request would move is a ghost."
      >
        {() => (
          <>
            <ShareBar shares={LOOKS.map((look) => ({ id: look, cents: 1, look }))} />
            {(["release", "fund", "end"] as const).map((kind) => (
              <EscrowPart
                key={kind}
                kind={kind}
                milestoneId={kind === "fund" ? "ms_3" : "ms_2"}
                milestones={contracts[0]?.milestones ?? []}
              />
            ))}
            <ContractMoney milestones={contracts[0]?.milestones ?? []} />
          </>
        )}
      </Part>
      <Part name="Milestones" use="Not funded, funded, submitted, released.">
        {() =>
          (["not_funded", "funded", "submitted", "released"] as const).map((phase, index) => (
            <StepLine key={phase} phase={phase} ghost={index < 3 ? index + 1 : null} />
          ))
        }
      </Part>
      <Part name="Finance" use="What a teammate says before an owner decides; it binds nobody.">
        {() => <Checks checks={release.checks} />}
      </Part>
      <Part name="Rows" isWide use="Who and what, where from, amount, time left. The row is the link.">
        {() => (
          <ul className="border-t">
            {everyOpen.map((approval) => (
              <Row key={approval.id} approval={approval} />
            ))}
          </ul>
        )}
      </Part>
      <section aria-label="Filters" className="grid max-w-sheet gap-3">
        <h3 className="font-semibold text-body">Filters</h3>
        <FiltersShown />
      </section>
    </Chapter>
  );
}
