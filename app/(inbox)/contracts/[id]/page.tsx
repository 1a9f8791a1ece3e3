import { notFound, redirect } from "next/navigation";
import { cache } from "react";
import { addresses } from "@/components/addresses";
import { ContractSheet } from "@/components/contracts/contract-sheet";
import { Hydrated } from "@/components/hydrated";
import { PageFrame } from "@/components/shell/page-frame";
import { theirWordsAsText } from "@/components/their-words";
import { approvalKeys } from "@/lib/api/queries/approval-keys";
import { contractRequestsSearch } from "@/lib/api/queries/contract-requests";
import { contractKeys } from "@/lib/api/queries/contracts";
import { isAppError } from "@/lib/errors";
import { answerApprovals } from "@/lib/http/answers/approvals";
import { answerContract } from "@/lib/http/answers/contract";
import { pageSession, requirePageSession } from "@/lib/http/page-session";
import type { Ctx } from "@/lib/services/context";
import { answerOrNull } from "../../answer-or-null";
import { titled } from "../../page-title";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
};

const readContract = cache((ctx: Ctx, id: string) => answerOrNull(answerContract(ctx, id)));

export async function generateMetadata({ params }: Pick<Props, "params">) {
  const session = await pageSession();
  const found = session && (await readContract(session.ctx, decodeURIComponent((await params).id)));
  const title = found?.contract.title;
  return titled(({ screens }) => (title ? theirWordsAsText(title) : screens.contracts.page));
}

export default async function ContractPage({ params, searchParams }: Props) {
  const id = decodeURIComponent((await params).id);
  const { ctx } = await requirePageSession();
  const given = (await searchParams).cursor;
  const cursor = typeof given === "string" && given !== "" ? given : null;
  const found = await readContract(ctx, id);
  if (!found) notFound();
  const requests = await answerOrNull(answerApprovals(ctx, contractRequestsSearch(id, cursor))).catch(
    (error: unknown) => {
      // A place in the list that is none: from an old bookmark, or made up.
      if (cursor !== null && isAppError(error) && error.code === "BAD_REQUEST")
        redirect(addresses.contract(id));
      throw error;
    },
  );
  return (
    <Hydrated
      answers={[
        [contractKeys.detail(id), found],
        requests && [approvalKeys.onContract(id, cursor), requests],
      ]}
    >
      <PageFrame>
        <ContractSheet id={id} cursor={cursor} />
      </PageFrame>
    </Hydrated>
  );
}
