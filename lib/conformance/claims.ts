import type { Claim } from "./claim";
import { approvalClaims } from "./claims/approvals";
import { contractClaims } from "./claims/contracts";
import { formatClaims } from "./claims/formats";
import { gateClaims } from "./claims/gates";
import { hireClaims } from "./claims/hire";
import { milestoneClaims } from "./claims/milestones";
import { moneyClaims } from "./claims/money";
import { tokenClaims } from "./claims/tokens";
import { updateClaims } from "./claims/updates";
import { webhookClaims } from "./claims/webhooks";
import { workClaims } from "./claims/work";

/** What the fact book says of OpenTrain's API, each with a way to see whether it is so. */
export const claims: readonly Claim[] = [
  ...approvalClaims,
  ...hireClaims,
  ...milestoneClaims,
  ...contractClaims,
  ...workClaims,
  ...moneyClaims,
  ...updateClaims,
  ...webhookClaims,
  ...tokenClaims,
  ...gateClaims,
  ...formatClaims,
];
