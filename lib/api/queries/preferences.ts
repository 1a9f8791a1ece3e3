import type { OwnPreferences } from "../types";
import { postJson } from "./post";

export function savePreferences(changed: Partial<OwnPreferences>): Promise<OwnPreferences> {
  return postJson("/api/preferences", changed);
}
