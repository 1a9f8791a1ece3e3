import { z } from "zod";
import { storableObject, storableText } from "@/lib/domain/storable";
import { LONGEST_ID } from "./guesses";

// OpenTrain's wire, read tolerantly: unknown fields are ignored, absent is null, a broken field is null, an
// unknown word stays a string, and a broken element of a list is set aside without its list.

const id = z
  .string()
  .min(1)
  .max(LONGEST_ID)
  .refine((value) => storableText(value) === value);
const orNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => value ?? null, z.union([schema, z.null()]).catch(null));

const idOrNull = orNull(id);
const text = orNull(z.string().transform((value) => storableText(value)));
const number = orNull(z.number());
const flag = orNull(z.boolean());
/** Kept as it came: a figure is judged by the rules of money, not here. */
const figure = z.unknown().optional();
const json = orNull(z.custom<Record<string, unknown>>(isObject).transform((value) => storableObject(value)));
/** Digits, in a string or as a number. */
const cursor = orNull(
  z
    .union([z.string(), z.number().int()])
    .transform(String)
    .pipe(z.string().regex(/^\d{1,30}$/)),
);

const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;
const instant = orNull(
  z.string().transform((value, context) => {
    const match = INSTANT.exec(value);
    const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
    const date = new Date(value);
    // A day that is not in the calendar would otherwise become another day.
    const isDay = new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
    if (match && isDay && !Number.isNaN(date.getTime())) return date;
    context.addIssue("not an instant");
    return z.NEVER;
  }),
);

/** The elements that can be read, and how many were set aside. */
function listOf<T extends z.ZodType>(element: T) {
  return z.array(z.unknown()).transform((values) => {
    const read = values.map((value) => element.safeParse(value));
    const items = read.flatMap((result) => (result.success ? [result.data] : []));
    return { items, setAside: values.length - items.length };
  });
}

export const approvalSchema = z.object({
  id,
  type: text,
  status: text,
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
});
export const contractAnswer = z.object({ contract: contractSchema });
export const contractsAnswer = z.object({ contracts: listOf(contractSchema) });

export const creditsAnswer = z.object({
  credits: z.object({ availableCents: figure, reservedCents: figure, currency: text }),
});

export const proposalAnswer = z.object({
  proposal: z.object({
    id,
    jobId: idOrNull,
    jobTitle: text,
    status: orNull(z.object({ raw: text })),
    candidate: orNull(z.object({ id: idOrNull, displayName: text })),
  }),
});

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
      status: text,
    }),
  ),
});
export const updatesAnswer = z.object({ events: listOf(eventSchema), nextCursor: cursor, hasMore: flag });

export const meAnswer = z.object({
  actor: orNull(z.object({ userId: idOrNull, fullName: text, firstName: text, lastName: text })),
  token: z.object({
    id: idOrNull,
    label: text,
    scopes: listOf(
      z
        .string()
        .max(100)
        .transform((value) => storableText(value)),
    ),
    expiresAt: instant,
  }),
  account: z.object({ kind: text, organizationId: idOrNull, ownerUserId: idOrNull, memberRole: text }),
});

export const tokensAnswer = z.object({
  tokens: listOf(z.object({ id, expiresAt: instant })),
});
export const teamAnswer = z.object({ team: z.object({ organization: orNull(z.object({ name: text })) }) });

/** Every non-2xx answer. */
export const errorEnvelope = z.object({
  code: text,
  error: text,
  requestId: text,
  details: orNull(
    z.object({
      reason: text,
      featureKey: text,
      requiredScopes: orNull(listOf(z.string())),
      retryAfterSeconds: number,
    }),
  ),
});

function isObject(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export type WireApproval = z.infer<typeof approvalSchema>;
export type WireContract = z.infer<typeof contractSchema>;
export type WireMilestone = z.infer<typeof milestoneSchema>;
export type WireEvent = z.infer<typeof eventSchema>;
