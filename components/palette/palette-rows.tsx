"use client";

import { Command as Cmdk } from "cmdk";
import type { ReactNode } from "react";
import { Amount } from "@/components/approvals/amount";
import { RequestName } from "@/components/approvals/request-name";
import { KeyNames } from "@/components/keyboard/key-names";
import { pressOf } from "@/components/keyboard/keys";
import { useReader } from "@/components/reader";
import { StatusTag } from "@/components/status/status-tag";
import type { Approval } from "@/lib/api/types";
import { isOpenPhase } from "@/lib/domain/phase";
import type { Command } from "./commands";

const ROW =
  "flex min-h-touch cursor-pointer items-center justify-between gap-4 rounded px-3 py-2 text-body data-[selected=true]:bg-wash data-[selected=true]:outline data-[selected=true]:outline-line-strong";

export function PaletteGroup({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Cmdk.Group
      heading={name}
      className="pb-2 [&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:font-semibold [&_[cmdk-group-heading]]:text-caption [&_[cmdk-group-heading]]:text-ink-3"
    >
      {children}
    </Cmdk.Group>
  );
}

export function Choice({
  value,
  command,
  choose,
}: {
  value: string;
  command: Command;
  choose: (command: Command) => void;
}) {
  const { singleKeys } = useReader();
  return (
    <Cmdk.Item value={value} onSelect={() => choose(command)} className={ROW}>
      <span className="min-w-0">{command.label}</span>
      {command.key && singleKeys ? (
        <span aria-hidden="true" className="hidden shrink-0 pad:inline">
          <KeyNames press={pressOf(command.key)} />
        </span>
      ) : null}
    </Cmdk.Item>
  );
}

/** One request, in the same words and marks as in every list. */
export function RequestChoice({ approval, choose }: { approval: Approval; choose: () => void }) {
  return (
    <Cmdk.Item value={`request ${approval.id}`} onSelect={choose} className={ROW}>
      <span className="min-w-0">
        <span className="line-clamp-2">
          <RequestName approval={approval} />
        </span>
        <StatusTag phase={approval.phase} />
      </span>
      <span className="shrink-0 pe-2 font-semibold">
        <Amount money={approval.money} isSettled={!isOpenPhase(approval.phase)} />
      </span>
    </Cmdk.Item>
  );
}
