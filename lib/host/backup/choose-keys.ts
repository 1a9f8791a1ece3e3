import { BackupError } from "@/lib/host/backup/backup-error";
import { findKeys, opens } from "@/lib/host/backup/find-keys";
import type { Head } from "@/lib/host/backup/format";
import { type Keyring, type Prove, unlockKeys } from "@/lib/host/backup/lock-keys";

type Given = {
  head: Head;
  file: string;
  dataDir: string;
  secrets: { AUTH_SECRET?: string | undefined; ENCRYPTION_KEYS?: string | undefined };
  passphrase: string | null;
  withoutKeys: boolean;
};

export type ChosenKeys = {
  /** `here`: this place has them already; `lost`: what was sealed cannot be opened any more. */
  kind: "restored" | "here" | "lost" | "none_needed";
  /** To be written into DATA_DIR, where neither it nor the environment has any. */
  write: Keyring | null;
  prove: Prove | null;
};

/** Decides with which keys the restored inbox will live, before anything is touched. */
export async function chooseKeys(given: Given): Promise<ChosenKeys> {
  const { head, file, passphrase, withoutKeys } = given;
  if (passphrase !== null && !head.keys) throw new BackupError("no_keys_inside", { file });
  const unlocked = head.keys && passphrase !== null ? await unlockKeys(head.keys, passphrase) : null;
  const here = findKeys(given.dataDir, given.secrets);
  const prove = unlocked?.prove ?? null;
  const { sealedUnder } = head;
  if (here) {
    const fits = sealedUnder === null || opens(here, sealedUnder);
    if (!fits && !withoutKeys) throw new BackupError("keys_here_do_not_fit");
    return { kind: fits ? "here" : "lost", write: null, prove };
  }
  if (unlocked && !withoutKeys) return { kind: "restored", write: unlocked.keys, prove };
  if (sealedUnder === null) return { kind: "none_needed", write: null, prove };
  if (withoutKeys) return { kind: "lost", write: null, prove };
  throw new BackupError(head.keys ? "passphrase_needed" : "keys_needed", { file });
}
