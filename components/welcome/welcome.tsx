"use client";

import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { addresses } from "@/components/addresses";
import { useSettingsWords } from "@/components/reader";
import { ClockProvider } from "@/components/time/clock";
import { ButtonLink } from "@/components/ui/button";
import { captureQuery } from "@/lib/api/queries/capture";
import { openApprovalsQuery } from "@/lib/api/queries/open-approvals";
import { summaryQuery } from "@/lib/api/queries/summary";
import { type FirstSteps, firstSteps, STEPS, type StepName } from "@/lib/domain/first-steps";
import { CallStep } from "./call-step";
import { ConnectStep } from "./connect-step";
import { OnPhone } from "./on-phone";
import { PutAway } from "./put-away";
import { RequestStep } from "./request-step";
import { Step } from "./step";

/** From nothing to the first request. What is done is what is really there, and shows by itself when it comes. */
export function Welcome({
  origin,
  isLocal,
  realOrigin,
  calledAsOf,
  csrfToken,
}: {
  /** The address of this inbox. */
  origin: string;
  isLocal: boolean;
  /** Where a pasted token goes. */
  realOrigin: string;
  /** Agents call by our own clock, which may be another than OpenTrain's. */
  calledAsOf: string;
  csrfToken: string;
}) {
  const words = useSettingsWords().welcome;
  const steps = useFirstSteps();
  const { isOpen, setOpen, skip } = useOpened(steps);
  const bodies: Record<StepName, ReactNode> = {
    connect: <ConnectStep realOrigin={realOrigin} skip={() => skip("connect")} />,
    call: (
      <ClockProvider asOf={calledAsOf}>
        <CallStep origin={origin} isLocal={isLocal} skip={() => skip("call")} />
      </ClockProvider>
    ),
    request: <RequestStep isDone={steps.done.request} />,
  };
  return (
    <div className="max-w-list">
      <h1 className="text-figure">{steps.areAll ? words.allDone.title : words.title}</h1>
      <p className="mt-1 text-ink-2">{steps.areAll ? words.allDone.lead : words.lead}</p>
      <noscript>
        <p className="mt-3 text-ink-2">{words.noScript}</p>
      </noscript>
      <ol className="mt-5">
        {STEPS.map((name, index) => (
          <Step
            key={name}
            number={index + 1}
            title={words[name].title}
            isDone={steps.done[name]}
            isOpen={isOpen(name)}
            setOpen={(open) => setOpen(name, open)}
          >
            {bodies[name]}
          </Step>
        ))}
      </ol>
      <OnPhone origin={origin} isLocal={isLocal} />
      <div className="mt-6 flex flex-wrap items-start gap-x-5 gap-y-3 border-t pt-4">
        <ButtonLink href={addresses.inbox} variant={steps.areAll ? "primary" : "quiet"}>
          {words.inbox}
        </ButtonLink>
        {steps.areAll ? null : <PutAway csrfToken={csrfToken} />}
      </div>
    </div>
  );
}

function useFirstSteps(): FirstSteps {
  const summary = useQuery(summaryQuery()).data;
  const capture = useQuery(captureQuery()).data;
  const open = useQuery(openApprovalsQuery()).data;
  return firstSteps({
    connection: summary?.connection.state ?? "none",
    hasCaller: (capture?.callers.length ?? 0) > 0,
    hasRequest: summary?.handedOver === true || (open?.approvals.length ?? 0) > 0,
  });
}

/** The first that is left is open, and what was opened stays so until somebody folds it: nothing moves away. */
function useOpened({ done }: FirstSteps) {
  const [opened, setOpened] = useState<Partial<Record<StepName, boolean>>>({});
  const [skipped, setSkipped] = useState<readonly StepName[]>([]);
  const current = STEPS.find((name) => !done[name] && !skipped.includes(name)) ?? null;
  useEffect(() => {
    if (current) setOpened((before) => ({ ...before, [current]: true }));
  }, [current]);
  return {
    isOpen: (name: StepName) => opened[name] ?? name === current,
    setOpen: (name: StepName, open: boolean) => setOpened((before) => ({ ...before, [name]: open })),
    skip: (name: StepName) => {
      setOpened((before) => ({ ...before, [name]: false }));
      setSkipped((before) => [...before, name]);
    },
  };
}
