import { z } from "zod";
import { storableText } from "@/lib/domain/storable";
import {
  cursor,
  figure,
  flag,
  flags,
  id,
  idOrNull,
  instant,
  json,
  label,
  listOf,
  number,
  orNull,
  text,
  word,
  words,
} from "./fields";

// OpenTrain's answers. Only what we use is named; everything else is ignored.

export const approvalSchema = z.object({
  id,
  type: word,
  status: word,
  contractId: idOrNull,
  milestoneId: idOrNull,
  jobId: idOrNull,
  proposalId: idOrNull,
  approvalUrl: text,
  expiresAt: instant,
  resolvedAt: instant,
  result: json,
  createdAt: instant,
});
export const approvalAnswer = z.object({ approval: approvalSchema });

const milestoneSchema = z.object({
  id,
  name: text,
  description: text,
  status: text,
  amountUsd: figure,
  milestoneNumber: number,
  dueDate: text,
  pendingApproval: flag,
  needsReview: flag,
});

/** On the read of one contract only. */
const budgetSchema = z.object({
  state: text,
  paymentType: text,
  fundedVolume: figure,
  fundedAmountUsd: figure,
  consumedVolume: figure,
  remainingVolume: figure,
  consumedFraction: figure,
  activeMilestone: orNull(z.object({ id })),
  lastUsageAt: instant,
});

export const contractSchema = z.object({
  id,
  status: text,
  title: text,
  jobId: idOrNull,
  proposalId: idOrNull,
  paymentType: text,
  rateUsd: figure,
  createdAt: instant,
  endDate: instant,
  freelancer: orNull(z.object({ userId: id, displayName: text, country: text })),
  milestones: orNull(listOf(milestoneSchema)),
  budget: orNull(budgetSchema),
});
export const contractAnswer = z.object({ contract: contractSchema });
export const contractsAnswer = z.object({ contracts: listOf(contractSchema) });

export const creditsAnswer = z.object({
  credits: z.object({ availableCents: figure, reservedCents: figure, currency: text }),
});

const ledgerEntrySchema = z.object({
  id,
  type: text,
  amountCents: figure,
  createdAt: instant,
  holdEntryId: idOrNull,
  jobofferId: idOrNull,
  contractId: idOrNull,
  milestoneId: idOrNull,
  topUpId: idOrNull,
  note: text,
});
export const ledgerAnswer = z.object({ entries: listOf(ledgerEntrySchema), nextCursor: text });

export const topUpAnswer = z.object({
  topUp: z.object({
    id,
    status: text,
    amountCents: figure,
    createdAt: instant,
    completedAt: instant,
    expiresAt: instant,
  }),
});

const paymentSchema = z.object({
  id,
  status: text,
  invoiceKind: text,
  viewerRole: text,
  amountUsd: figure,
  createdAt: instant,
  invoiceNumber: number,
  job: orNull(z.object({ id: idOrNull, title: text })),
  milestone: orNull(z.object({ id: idOrNull, name: text })),
});
export const paymentsAnswer = z.object({ payments: listOf(paymentSchema) });

const proposalSchema = z.object({
  id,
  jobId: idOrNull,
  jobTitle: text,
  status: orNull(z.object({ raw: text })),
  candidate: orNull(z.object({ id: idOrNull, displayName: text })),
  bid: orNull(z.object({ amountUsd: figure, unit: text })),
  createdAt: instant,
});
export const proposalAnswer = z.object({ proposal: proposalSchema });
export const proposalsAnswer = z.object({ proposals: listOf(proposalSchema), nextCursor: text });

const jobSchema = z.object({
  id,
  title: z
    .string()
    .min(1)
    .transform((value) => storableText(value)),
  status: text,
});
export const jobsAnswer = z.object({ jobs: listOf(jobSchema), nextCursor: text });

const eventSchema = z.object({
  id: cursor.pipe(z.string()),
  type: z.string().transform((value) => storableText(value)),
  createdAt: instant,
  resourceId: idOrNull,
  jobId: idOrNull,
  data: orNull(
    z.object({
      approvalId: idOrNull,
      contractId: idOrNull,
      milestoneId: idOrNull,
      proposalId: idOrNull,
      jobId: idOrNull,
      status: word,
    }),
  ),
});
export const updatesAnswer = z.object({ events: listOf(eventSchema), nextCursor: cursor, hasMore: flag });

export const meAnswer = z.object({
  actor: orNull(z.object({ userId: idOrNull, fullName: text, firstName: text, lastName: text })),
  token: z.object({
    id: idOrNull,
    label,
    scopes: words,
    expiresAt: instant,
  }),
  account: z.object({ kind: text, organizationId: idOrNull, ownerUserId: idOrNull, memberRole: text }),
});

export const teamAnswer = z.object({ team: z.object({ organization: orNull(z.object({ name: text })) }) });

/** Without `preview`, which shows a part of the token. */
const tokenSchema = z.object({
  id,
  name: text,
  scopes: orNull(words),
  status: text,
  organizationId: idOrNull,
  createdAt: instant,
  lastUsedAt: instant,
  expiresAt: instant,
  revokedAt: instant,
});
export const tokensAnswer = z.object({ tokens: listOf(tokenSchema) });

export const capabilitiesAnswer = z.object({
  rolloutMode: text,
  enabled: flag,
  capabilities: flags,
});

const webhookSchema = z.object({
  id,
  url: text,
  eventTypes: orNull(words),
  status: text,
  createdAt: instant,
  disabledAt: instant,
  disabledReason: text,
});
export const webhookAnswer = z.object({ webhook: webhookSchema });
export const webhooksAnswer = z.object({ webhooks: listOf(webhookSchema) });
export const webhookCreatedAnswer = z.object({
  webhook: webhookSchema,
  /** Told once; printable, or it could never be a key. */
  secret: z.string().regex(/^[\x21-\x7e]{8,200}$/),
});

/** Every non-2xx answer. */
export const errorEnvelope = z.object({
  code: text,
  error: text,
  requestId: text,
  details: orNull(
    z.object({
      reason: text,
      featureKey: text,
      requiredScopes: orNull(words),
      retryAfterSeconds: number,
    }),
  ),
});

export type WireApproval = z.infer<typeof approvalSchema>;
export type WireContract = z.infer<typeof contractSchema>;
export type WireMilestone = z.infer<typeof milestoneSchema>;
export type WireEvent = z.infer<typeof eventSchema>;
export type WireBudget = z.infer<typeof budgetSchema>;
export type WireProposal = z.infer<typeof proposalSchema>;
export type WireWebhook = z.infer<typeof webhookSchema>;
