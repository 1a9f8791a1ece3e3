import { notFound } from "next/navigation";
import { cache } from "react";
import { ContractSheet } from "@/components/contracts/contract-sheet";
import { Hydrated } from "@/components/hydrated";
import { PageFrame } from "@/components/shell/page-frame";
import { theirWordsAsText } from "@/components/their-words";
import { approvalKeys } from "@/lib/api/queries/approval-keys";
import { contractKeys } from "@/lib/api/queries/contracts";
import { answerApproval } from "@/lib/http/answers/approval";
import { answerContract } from "@/lib/http/answers/contract";
import { pageSession, requirePageSession } from "@/lib/http/page-session";
import type { Ctx } from "@/lib/services/context";
import { answerOrNull } from "../../answer-or-null";
import { titled } from "../../page-title";

type Props = { params: Promise<{ id: string }> };

/** So many requests come with their names in the first paint. */
const NAMED = 20;

const readContract = cache((ctx: Ctx, id: string) => answerOrNull(answerContract(ctx, id)));

export async function generateMetadata({ params }: Props) {
  const session = await pageSession();
  const found = session && (await readContract(session.ctx, decodeURIComponent((await params).id)));
  const title = found?.contract.title;
  return titled(({ screens }) => (title ? theirWordsAsText(title) : screens.contracts.page));
}

export default async function ContractPage({ params }: Props) {
  const id = decodeURIComponent((await params).id);
  const { ctx } = await requirePageSession();
  const found = await readContract(ctx, id);
  if (!found) notFound();
  const requests = await Promise.all(
    found.contract.approvals.slice(0, NAMED).map((approval) => answerOrNull(answerApproval(ctx, approval))),
  );
  return (
    <Hydrated
      answers={[
        [contractKeys.detail(id), found],
        ...requests.map((detail) => detail && ([approvalKeys.detail(detail.approval.id), detail] as const)),
      ]}
    >
      <PageFrame>
        <ContractSheet id={id} />
      </PageFrame>
    </Hydrated>
  );
}
