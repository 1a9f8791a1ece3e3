import { z } from "zod";
import type { Learned } from "@/lib/services/asks/learned";

// Written by us alone; the shape is looked at all the same, since it may have been written by an earlier version.

export const keptInstant = z.string().transform((text, context) => {
  const date = new Date(text);
  if (!Number.isNaN(date.getTime())) return date;
  context.addIssue("not an instant");
  return z.NEVER;
});
const words = z.string().nullable();
const dateOrNull = keptInstant.nullable();

const approval = z.object({
  id: z.string(),
  type: words,
  status: words,
  contractId: words,
  milestoneId: words,
  jobId: words,
  proposalId: words,
  approvalUrl: words,
  createdAt: dateOrNull,
  expiresAt: dateOrNull,
  resolvedAt: dateOrNull,
  result: z.record(z.string(), z.unknown()).nullable(),
});

const learned = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("accepted"), approval }),
  z.object({ kind: z.literal("blocked"), reason: z.string(), link: words }),
  z.object({ kind: z.enum(["never_sent", "done", "refused", "unknown"]) }),
]);

export const keptAnswer = z.object({
  learned,
  at: keptInstant,
  date: dateOrNull,
  isWitnessed: z.boolean().default(false),
});

/** What became of a request, as it is kept until it is settled, without secrets and never as it came. */
export type Answer = {
  learned: Learned;
  /** By our own clock, and by OpenTrain's as far as its answer said. */
  at: Date;
  date: Date | null;
  /** The answer before it showed the same clock. */
  isWitnessed: boolean;
};

const noted = keptAnswer.extend({ askedAt: keptInstant });

/** As it lies with its asking: that one's own row says the rest, save when it was by our clock. */
export function notedOf(answer: Answer, askedAt: Date): Record<string, unknown> {
  return { ...answer, askedAt } satisfies Answer & { askedAt: Date };
}

export function readNoted(json: unknown): Answer & { askedAt: Date } {
  return noted.parse(json);
}
