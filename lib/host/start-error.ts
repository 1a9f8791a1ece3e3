import type { StartKey } from "@/lib/messages/console";

/** Something that keeps the inbox from starting. The words are made from the key when it is printed. */
export class StartError extends Error {
  readonly key: StartKey;
  readonly values: Record<string, string>;

  constructor(key: StartKey, values: Record<string, string> = {}, options: { cause?: unknown } = {}) {
    super(key, options);
    this.name = "StartError";
    this.key = key;
    this.values = values;
  }
}
