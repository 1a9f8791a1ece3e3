import { getSetupState } from "@/lib/services/setup/get-state";
import { lookAtLink } from "@/lib/services/setup/look-at-link";
import { getDb } from "@/lib/store/pool";

export function readSetupState(): Promise<{ hasOwner: boolean }> {
  return getSetupState({ db: getDb() });
}

export function lookAtSetupLink(secret: string): ReturnType<typeof lookAtLink> {
  return lookAtLink({ db: getDb(), now: new Date(), secret });
}
