import { z } from "zod";
import type { Entry } from "@/lib/recorder/memory/entry";

// What is spooled is written by us alone and sealed; the shape is looked at all the same, since it may have
// been written by an earlier version.

const instant = z.string().transform((text, context) => {
  const date = new Date(text);
  if (!Number.isNaN(date.getTime())) return date;
  context.addIssue("not an instant");
  return z.NEVER;
});
const words = z.string().nullable();
const dateOrNull = instant.nullable();

const asked = z.object({
  id: z.uuid(),
  workspaceId: z.uuid(),
  connectionId: z.uuid(),
  action: z.enum(["hire", "fund", "release", "end"]),
  subjectId: z.string(),
  terms: z
    .object({
      name: words,
      description: words,
      amountCents: z.number().int().nullable(),
      dueDate: words,
      amountUnreadable: z.string().exactOptional(),
    })
    .nullable(),
  agentName: words,
  agentReason: words,
  at: instant,
});

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

const spooled = z.object({
  keeper: z.uuid(),
  entry: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("begun"), asked }),
    z.object({ kind: z.literal("became"), asked, learned, at: instant, date: dateOrNull }),
  ]),
});

export type SpooledEntry = Exclude<Entry, { kind: "seen" }>;

export function entryText(keeper: string, entry: SpooledEntry): string {
  return JSON.stringify({ keeper, entry });
}

export function readEntry(text: string): { keeper: string; entry: SpooledEntry } {
  return spooled.parse(JSON.parse(text));
}
