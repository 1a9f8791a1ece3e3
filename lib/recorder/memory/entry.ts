import type { UpstreamApproval } from "@/lib/domain/records";
import type { Asked } from "@/lib/services/asks/asked";
import type { Learned } from "@/lib/services/asks/learned";

/** When OpenTrain answered: by our clock, and by its own as far as its answer said. */
type Answered = { at: Date; date: Date | null };

/** One thing to keep, wherever it is kept. Each can be stored twice and is there once. */
export type Entry =
  | { kind: "begun"; asked: Asked }
  | ({ kind: "became"; asked: Asked; learned: Learned } & Answered)
  | ({ kind: "seen"; workspaceId: string; connectionId: string; approval: UpstreamApproval } & Answered);
