import { randomBytes } from "node:crypto";
import { describe, expect, it } from "vitest";
import { keyFingerprints, SealingError, seal, unseal } from "@/lib/store/sealing";

const oldKey = randomBytes(32).toString("base64url");
const newKey = randomBytes(32).toString("base64url");

describe("sealing", () => {
  it("gives back what was sealed, and nothing of it shows", () => {
    const sealed = seal("ot_pat_public_secret", newKey);
    expect(unseal(sealed, newKey)).toBe("ot_pat_public_secret");
    expect(sealed.toString("latin1")).not.toContain("ot_pat_");
  });

  it("never seals the same text twice alike", () => {
    expect(seal("same", newKey).equals(seal("same", newKey))).toBe(false);
  });

  it("unseals under an older key while that one is still given", () => {
    const sealed = seal("kept", oldKey);
    expect(unseal(sealed, `${newKey}, ${oldKey}`)).toBe("kept");
    expect(() => unseal(sealed, newKey)).toThrow(SealingError);
  });

  it("refuses what was changed, in every byte", () => {
    const sealed = seal("exact", newKey);
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(() => unseal(changed, newKey), `byte ${at}`).toThrow(SealingError);
    }
    expect(() => unseal(sealed.subarray(0, 20), newKey)).toThrow(SealingError);
  });

  it("names keys without telling them, newest first", () => {
    const [first, second] = keyFingerprints(`${newKey},${oldKey}`);
    expect([first, second]).toEqual([...keyFingerprints(newKey), ...keyFingerprints(oldKey)]);
    expect(first).not.toBe(second);
    expect(newKey).not.toContain(first);
  });
});
