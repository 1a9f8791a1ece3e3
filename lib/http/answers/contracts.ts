import { contractJson } from "@/lib/api/schemas/answers/contract";
import type { ContractList } from "@/lib/api/types";
import type { Ctx } from "@/lib/services/context";
import { listContracts } from "@/lib/services/contracts/list";

export async function answerContracts(ctx: Ctx): Promise<ContractList> {
  const { contracts, asOf } = await listContracts({ ctx });
  return { contracts: contracts.map(contractJson), asOf: asOf.toISOString() };
}
