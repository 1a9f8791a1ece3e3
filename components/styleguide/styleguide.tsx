"use client";

import type { ReactNode } from "react";
import { Amount } from "@/components/approvals/amount";
import { Checks } from "@/components/approvals/checks";
import { EscrowPart } from "@/components/approvals/escrow-part";
import { Row } from "@/components/approvals/row";
import { ContractMoney } from "@/components/contracts/contract-money";
import { StepLine } from "@/components/contracts/step-line";
import { ShareBar } from "@/components/money/share-bar";
import { StatusTag } from "@/components/status/status-tag";
import { TheirWords } from "@/components/their-words";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import { Tag } from "@/components/ui/tag";
import { Track } from "@/components/ui/track";
import type { Phase } from "@/lib/domain/records";
import { FiltersShown } from "./filters-shown";
import { contracts, everyOpen, release, settledApprovals } from "./fixtures";
import { Harness } from "./harness";

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
const STATES = ["full", "every", "empty", "apart", "never", "none", "refused", "down", "loading"];
const SCREENS = ["inbox", "history", "contracts", "contract", "add"];

/** For whoever changes a component: each in every state, and every screen one click away. */
export function Styleguide() {
  return (
    <Harness state="full">
      <main className="mx-auto grid max-w-page gap-6 p-5">
        <h1 className="text-figure">Styleguide</h1>
        <Part name="Screens">
          <ul className="flex flex-wrap gap-3">
            {SCREENS.flatMap((screen) =>
              STATES.map((state) => (
                <li key={`${screen}-${state}`}>
                  <a className="text-pen underline" href={`/styleguide/screens/${screen}?state=${state}`}>
                    {screen} {state}
                  </a>
                </li>
              )),
            )}
            {[...everyOpen, ...settledApprovals].map(({ id }) => (
              <li key={id}>
                <a className="text-pen underline" href={`/styleguide/approvals/${id}`}>
                  {id}
                </a>
              </li>
            ))}
          </ul>
        </Part>
        <Part name="Type">
          <p className="text-figure">Figure $504.95</p>
          <p className="text-title">Title $504.95</p>
          <p>Body $504.95</p>
          <p className="text-small">Small $504.95</p>
          <p className="text-caption">Caption $504.95</p>
        </Part>
        <Part name="Phases">
          <p className="flex flex-wrap gap-2">
            {PHASES.map((phase) => (
              <StatusTag key={phase} phase={phase} />
            ))}
          </p>
        </Part>
        <Part name="Tags and notices">
          <p className="flex flex-wrap gap-2">
            <Tag>plain</Tag>
            <Tag tone="soon">soon</Tag>
            <Tag tone="last">last</Tag>
            <Tag tone="good">good</Tag>
            <Tag tone="ghost">ghost</Tag>
          </p>
          {(["plain", "soon", "last", "good", "alert"] as const).map((tone) => (
            <Notice key={tone} tone={tone} title="A title">
              <p>A sentence that belongs to what stands below it.</p>
            </Notice>
          ))}
        </Part>
        <Part name="Buttons and fields">
          <p className="flex flex-wrap gap-3">
            <Button variant="primary">Primary</Button>
            <Button>Quiet</Button>
            <Button variant="plain">Plain</Button>
            <Button variant="primary" disabled>
              Off
            </Button>
          </p>
          <Field id="sg-a" label="Label" help="Help below it" />
          <Field id="sg-b" label="Label" error="What is wrong, in words." defaultValue="text" />
        </Part>
        <Part name="Filters">
          <FiltersShown />
        </Part>
        <Part name="Amounts">
          {everyOpen.map(({ id, money }) => (
            <p key={id} className="font-semibold text-title">
              <Amount money={money} />
            </p>
          ))}
        </Part>
        <Part name="Their words">
          <p>
            <TheirWords text={"Noor\u202e.B \u200b <b>bold</b> https://evil.example"} />
          </p>
          <p>
            <TheirWords text="Total cost $480, then $504.95." known={[50495]} />
          </p>
        </Part>
        <Part name="Shares">
          <ShareBar
            shares={(["this", "rest", "gone", "open", "ghost"] as const).map((look) => ({
              ...{ id: look, cents: 1, look },
            }))}
          />
          {(["release", "fund", "end"] as const).map((kind) => (
            <EscrowPart
              key={kind}
              kind={kind}
              milestoneId={kind === "fund" ? "ms_3" : "ms_2"}
              milestones={contracts[0]?.milestones ?? []}
            />
          ))}
          <ContractMoney milestones={contracts[0]?.milestones ?? []} />
        </Part>
        <Part name="Milestones">
          {(["not_funded", "funded", "submitted", "released"] as const).map((phase, index) => (
            <StepLine key={phase} phase={phase} ghost={index < 3 ? index + 1 : null} />
          ))}
        </Part>
        <Part name="Finance">
          <Checks checks={release.checks} />
        </Part>
        <Part name="Track">
          <Track
            label="Steps"
            steps={[
              { label: "Done", state: "done" },
              { label: "Now", state: "now" },
              { label: "Ghost", state: "ghost" },
              { label: "Ahead", state: "ahead" },
            ]}
          />
        </Part>
        <Part name="Rows">
          <ul className="border-t">
            {everyOpen.map((approval) => (
              <Row key={approval.id} approval={approval} />
            ))}
          </ul>
        </Part>
        <Part name="Skeleton">
          <Skeleton className="w-1/2" />
        </Part>
      </main>
    </Harness>
  );
}

function Part({ name, children }: { name: string; children: ReactNode }) {
  return (
    <section className="grid gap-3">
      <h2 className="border-b pb-1 font-semibold text-ink-2 text-small">{name}</h2>
      {children}
    </section>
  );
}
