import type { Locale } from "@/lib/domain/locale";
import type { Role } from "@/lib/domain/records";
import type { Db } from "@/lib/store/pool";

/** Who acts. Every verb gets one and checks it first. */
export type Actor =
  | { kind: "person"; personId: string; sessionId: string; role: Role }
  | { kind: "capture_key"; keyId: string; label: string }
  | { kind: "system"; name: "worker" | "start" | "command" };

/** What every workspace-scoped verb is given; `now` is our clock, never read inside a rule. */
export type Ctx = {
  db: Db;
  workspaceId: string;
  actor: Actor;
  now: Date;
  /** How far OpenTrain's clock is from ours, where it was read together with who asks. */
  clockOffsetMs?: number | null;
  /** In which language the answer is put; without one, in English. */
  locale?: Locale;
};
