import type { BackupKey } from "@/lib/messages/console";

/** Why nothing was backed up or restored. The words are made from the key when it is printed. */
export class BackupError extends Error {
  readonly key: BackupKey;
  readonly values: Record<string, string>;

  constructor(key: BackupKey, values: Record<string, string> = {}, options: { cause?: unknown } = {}) {
    super(key, options);
    this.name = "BackupError";
    this.key = key;
    this.values = values;
  }
}
