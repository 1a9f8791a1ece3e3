import { createWorkspace } from "@/lib/services/installation/create-workspace";
import type { Tx } from "@/lib/store/pool";
import { readSetting, writeSetting } from "@/lib/store/settings";

/** The first owner's current workspace; made when there is none. Under the installation lock. */
export async function homeWorkspace(tx: Tx, now: Date): Promise<string> {
  const known = await readSetting(tx, "home_workspace");
  if (known !== null) return known;
  const id = await createWorkspace(tx, { name: "", kind: "none", accountKey: null }, now);
  await writeSetting(tx, "home_workspace", id);
  return id;
}
