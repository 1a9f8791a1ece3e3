import { notFound } from "next/navigation";
import { AddForm } from "@/components/approvals/add-form";
import { Desk, Pane } from "@/components/approvals/desk";
import { ContractList } from "@/components/contracts/contract-list";
import { ContractSheet } from "@/components/contracts/contract-sheet";
import { History } from "@/components/history/history";
import { PageFrame } from "@/components/shell/page-frame";
import { Shell } from "@/components/shell/shell";
import { Harness, type HarnessState } from "@/components/styleguide/harness";

type Props = {
  params: Promise<{ screen: string }>;
  searchParams: Promise<{ state?: HarnessState }>;
};

export default async function StyleguideScreen({ params, searchParams }: Props) {
  const { screen } = await params;
  const { state = "full" } = await searchParams;
  return (
    <Harness state={state}>
      <Shell>{screenNamed(screen)}</Shell>
    </Harness>
  );
}

function screenNamed(screen: string) {
  switch (screen) {
    case "inbox":
      return (
        <Desk>
          <Pane />
        </Desk>
      );
    case "history":
      return (
        <PageFrame>
          <History choices={{ agents: [], contracts: [] }} />
        </PageFrame>
      );
    case "contracts":
      return (
        <PageFrame>
          <ContractList />
        </PageFrame>
      );
    case "contract":
      return (
        <PageFrame>
          <ContractSheet id="con_night" />
        </PageFrame>
      );
    case "add":
      return (
        <PageFrame>
          <AddForm />
        </PageFrame>
      );
    default:
      notFound();
  }
}
