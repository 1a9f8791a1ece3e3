import { z } from "zod";
import type { Entry } from "@/lib/recorder/memory/entry";
import { keptAnswer, keptInstant } from "@/lib/services/asks/kept-answer";

// Sealed; see lib/services/asks/kept-answer.ts.

const words = z.string().nullable();

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
  at: keptInstant,
});

const spooled = z.object({
  keeper: z.uuid(),
  entry: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("begun"), asked }),
    keptAnswer.extend({ kind: z.literal("became"), asked }),
  ]),
});

export type SpooledEntry = Exclude<Entry, { kind: "seen" }>;

export function entryText(keeper: string, entry: SpooledEntry): string {
  return JSON.stringify({ keeper, entry });
}

export function readEntry(text: string): { keeper: string; entry: SpooledEntry } {
  return spooled.parse(JSON.parse(text));
}
