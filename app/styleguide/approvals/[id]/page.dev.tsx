import { ApprovalPane } from "@/components/approvals/approval-pane";
import { Desk } from "@/components/approvals/desk";
import { Shell } from "@/components/shell/shell";
import { Harness, type HarnessState } from "@/components/styleguide/harness";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ state?: HarnessState }> };

export default async function StyleguideApproval({ params, searchParams }: Props) {
  const { id } = await params;
  const { state = "every" } = await searchParams;
  return (
    <Harness state={state}>
      <Shell>
        <Desk>
          <ApprovalPane id={id} isPage />
        </Desk>
      </Shell>
    </Harness>
  );
}
