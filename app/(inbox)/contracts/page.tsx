import { ContractList } from "@/components/contracts/contract-list";
import { Hydrated } from "@/components/hydrated";
import { PageFrame } from "@/components/shell/page-frame";
import { contractKeys } from "@/lib/api/queries/contracts";
import { answerContracts } from "@/lib/http/answers/contracts";
import { requirePageSession } from "@/lib/http/page-session";
import { answerOrNull } from "../answer-or-null";
import { titled } from "../page-title";

export function generateMetadata() {
  return titled(({ screens }) => screens.contracts.page);
}

export default async function ContractsPage() {
  const { ctx } = await requirePageSession();
  const contracts = await answerOrNull(answerContracts(ctx));
  return (
    <Hydrated answers={[contracts && [contractKeys.list(), contracts]]}>
      <PageFrame>
        <ContractList />
      </PageFrame>
    </Hydrated>
  );
}
