import type { Asked } from "@/lib/services/asks/asked";
import type { Answer } from "@/lib/services/asks/kept-answer";
import type { Seen } from "@/lib/services/asks/note-seen";

/** One thing to keep, wherever it is kept. Each can be stored twice and is there once. */
export type Entry =
  | { kind: "begun"; asked: Asked }
  | ({ kind: "became"; asked: Asked } & Answer)
  | ({ kind: "seen" } & Seen);
