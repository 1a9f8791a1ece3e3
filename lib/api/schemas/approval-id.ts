import { z } from "zod";
import { isApprovalId } from "@/lib/domain/links";
import { AppError } from "@/lib/errors";

/** OpenTrain's ids are opaque; only what could be no id of anybody's is refused. */
export const approvalId = z.string().refine(isApprovalId);

/** In an address: what could be no id of anybody's is as unknown as any other. */
export function parseIdOrNotFound(id: string): string {
  const parsed = approvalId.safeParse(id);
  if (!parsed.success) throw new AppError("NOT_FOUND");
  return parsed.data;
}
