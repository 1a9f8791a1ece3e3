import { getSetupState } from "@/lib/services/setup/get-state";
import { getDb } from "@/lib/store/pool";

/** Whether anybody owns this inbox yet; the doors look different before. */
export function readSetupState(): Promise<{ hasOwner: boolean }> {
  return getSetupState({ db: getDb() });
}
