import { forget } from "../forget";
import { isFresh, type KeptList } from "../kept";
import { passIn, readPass } from "../pass";
import { unseal } from "../seal";
import { takeFromShelf } from "../shelf";

/** The list kept for the session this browser has; what is too old or somebody else's goes. */
export async function openKept(now: number): Promise<KeptList | null> {
  try {
    const pass = readPass(passIn(document.cookie));
    const sealed = await takeFromShelf();
    if (sealed === null) return null;
    if (pass === null || sealed.id !== pass.id || !isFresh(sealed.savedAt, now)) {
      forget();
      return null;
    }
    return await unseal(sealed, pass);
  } catch {
    return null;
  }
}
