"use client";

import type { ReactNode } from "react";
import { useDomainWords } from "@/components/reader";
import {
  AlarmIcon,
  CheckIcon,
  ClockIcon,
  CrossIcon,
  LapsedIcon,
  ReplacedIcon,
  UnknownIcon,
  WarningIcon,
} from "@/components/ui/icons";
import { Tag, type Tone } from "@/components/ui/tag";
import type { Phase } from "@/lib/domain/records";

const LOOKS: Record<Phase, { tone: Tone; icon: ReactNode }> = {
  waiting: { tone: "plain", icon: <ClockIcon /> },
  closing_soon: { tone: "soon", icon: <ClockIcon /> },
  last_hour: { tone: "last", icon: <AlarmIcon /> },
  past_due: { tone: "last", icon: <WarningIcon /> },
  confirmed: { tone: "good", icon: <CheckIcon /> },
  declined: { tone: "plain", icon: <CrossIcon /> },
  lapsed: { tone: "plain", icon: <LapsedIcon /> },
  superseded: { tone: "ghost", icon: <ReplacedIcon /> },
  unreadable: { tone: "ghost", icon: <UnknownIcon /> },
};

/** Word, icon and weight before colour. */
export function StatusTag({ phase }: { phase: Phase }) {
  const words = useDomainWords().phases;
  return (
    <Tag tone={LOOKS[phase].tone} className="whitespace-nowrap">
      {LOOKS[phase].icon}
      {words[phase]}
    </Tag>
  );
}
