// Places at which a test can have a process of ours die, as if its power went. Without the variable, which no
// inbox of anybody's sets, they are nothing. `COUNTERSIGN_FAILPOINT=ask-committed:3` dies at the third pass.

export type Failpoint =
  | "ask-before-commit"
  | "ask-committed"
  | "answer-seen"
  | "answer-before-commit"
  | "answer-committed"
  | "settling-before-commit"
  | "settling-committed"
  | "spool-before-fsync"
  | "spool-after-fsync"
  | "spool-record-stored"
  | "spool-record-drained"
  | "spool-before-emptied"
  | "gap-before-written"
  | "backfill-page-before-commit"
  | "backfill-page-committed"
  | "backfill-batch-before-commit"
  | "backfill-batch-committed"
  | "migration-before-commit"
  | "migration-committed"
  | "lease-held"
  | "feed-page-before-commit"
  | "feed-page-committed";

let armed: { at: string | undefined; left: number } | null = null;

/** No exit handler runs and no buffer is emptied. */
export function passFailpoint(name: Failpoint): void {
  armed ??= readArmed();
  if (armed.at !== name) return;
  armed.left -= 1;
  if (armed.left === 0) process.kill(process.pid, "SIGKILL");
}

/** At the first place that is passed: a process may be told only after it was loaded. */
function readArmed(): NonNullable<typeof armed> {
  const [at, count = "1"] = (process.env.COUNTERSIGN_FAILPOINT ?? "").split(":");
  return { at, left: Number(count) };
}
