import type { Action } from "@/lib/domain/actions";
import type { Learned } from "@/lib/services/asks/learned";

export type { Action };

export type Place = { workspaceId: string; connectionId: string; origin: string };

export type Ask = {
  place: Place;
  action: Action;
  subjectId: string;
  body: Buffer | null;
  agent: { name: string | null; reason: string | null };
  at: Date;
};

export type Kept = "stored" | "spooled" | "not-stored";
export type BegunAsk = { id: string; kept: Kept };
/** What an answer was to the people here; `approvalId` where it became a request. */
export type Became = { became: Learned["kind"]; approvalId: string | null };

/** Whatever happens inside, none of these throws: the agent's call goes on. */
export interface Keeper {
  /** On disk before the call is sent. */
  begin(ask: Ask): Promise<BegunAsk>;
  /** On disk before the agent is answered. `body` decoded, null when it was no JSON or too large; `date`: OpenTrain's Date header. */
  answered(
    begun: BegunAsk,
    ask: Ask,
    answer: { status: number; body: unknown | null; date: Date | null },
  ): Promise<{ kept: Kept } & Became>;
  /** The call never left (then nothing was asked), or nobody knows. */
  failed(begun: BegunAsk, ask: Ask, why: "never_sent" | "unknown"): Promise<void>;
  /** An approval read that passed; told on the side, the agent does not wait. */
  seen(
    place: Place,
    approvalId: string,
    answer: { status: number; body: unknown | null; date: Date | null; at: Date },
  ): void;
  /** Everything that was said to be stored is on the pages. */
  settled(): Promise<void>;
  /** At stop: what is under way is finished or spooled. */
  stop(): Promise<void>;
}
