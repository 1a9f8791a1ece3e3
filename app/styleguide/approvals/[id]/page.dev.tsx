import { Desk, Pane } from "@/components/approvals/desk";
import { Shell } from "@/components/shell/shell";
import { Harness, type HarnessState } from "@/components/styleguide/harness";

type Props = { searchParams: Promise<{ state?: HarnessState }> };

export default async function StyleguideApproval({ searchParams }: Props) {
  const { state = "every" } = await searchParams;
  return (
    <Harness state={state}>
      <Shell>
        <Desk>
          <Pane />
        </Desk>
      </Shell>
    </Harness>
  );
}
