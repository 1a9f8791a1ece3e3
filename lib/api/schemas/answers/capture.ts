import { instant } from "@/lib/api/schemas/answers/approval";
import type { CaptureState, LastCall, StrayCall } from "@/lib/api/types";
import type { Messages } from "@/lib/messages";

type Dated<T, K extends keyof T> = Omit<T, K> & { [name in K]: T[name] extends string ? Date : Date | null };
type LastRecord = {
  lastAt: Date;
  outcome: LastCall["outcome"];
  why: string | null;
  approvalId: string | null;
};
type Key = CaptureState["keys"][number];
type Caller = CaptureState["callers"][number];

type CaptureRecord = {
  canManage: boolean;
  hasSandboxAgent: boolean;
  keys: (Dated<Omit<Key, "last">, "createdAt" | "lastUsedAt" | "revokedAt"> & { last: LastRecord | null })[];
  callers: (LastRecord & Dated<Omit<Caller, "last">, "firstAt">)[];
  strays: { door: StrayCall["door"]; why: string; lastAt: Date; calls: number }[];
};

export function captureJson(
  { canManage, hasSandboxAgent, keys, callers, strays }: CaptureRecord,
  now: Date,
  words: Messages,
): CaptureState {
  return {
    asOf: now.toISOString(),
    canManage,
    hasSandboxAgent,
    keys: keys.map(({ last, ...key }) => ({
      ...key,
      createdAt: key.createdAt.toISOString(),
      lastUsedAt: instant(key.lastUsedAt),
      revokedAt: instant(key.revokedAt),
      last: last && lastJson(last, words),
    })),
    callers: callers.map(({ way, agentName, keyLabel, keyId, firstAt, calls, lastDay, ...last }) => ({
      way,
      agentName,
      keyLabel,
      keyId,
      firstAt: firstAt.toISOString(),
      calls,
      lastDay,
      last: lastJson(last, words),
    })),
    strays: strays.map(({ door, why, lastAt, calls }) => ({
      door,
      why: whyText(why, words),
      whyCode: why,
      at: lastAt.toISOString(),
      calls,
    })),
  };
}

function lastJson({ lastAt, outcome, why, approvalId }: LastRecord, words: Messages): LastCall {
  return {
    at: lastAt.toISOString(),
    outcome,
    why: why === null ? null : whyText(why, words),
    whyCode: why,
    approvalId,
  };
}

/** The sentence the caller was answered with, as far as one fits without its details. */
function whyText(why: string, { errors, callWhys }: Messages): string {
  const answered = /^answered_(\d{3})$/.exec(why)?.[1];
  if (answered) return callWhys.answered(answered);
  if (why === "doubled_path" || why === "no_such_address") return callWhys[why];
  const { codes, reasons } = errors;
  const sentence = reasons[why] ?? codes[why] ?? codes.BAD_REQUEST ?? why;
  return typeof sentence === "string" ? sentence : sentence({});
}
