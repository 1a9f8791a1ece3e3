import { AppError } from "@/lib/errors";
import { commonPasswords } from "@/lib/services/people/common-passwords";
import { longestPassword } from "@/lib/services/people/password";

export const shortestPassword = 12;

const keyboardRuns = [
  "abcdefghijklmnopqrstuvwxyz",
  "0123456789",
  "qwertyuiopasdfghjklzxcvbnm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
  "1q2w3e4r5t6y7u8i9o0p",
];

/** Refuses what is guessed first: short, known, repeated, a run on the keyboard, or one's own address. */
export function checkPassword(password: string, email: string): void {
  const length = [...password.normalize("NFKC")].length;
  if (length < shortestPassword) refuse("password_short");
  if (password.length > longestPassword) refuse("password_long");
  const plain = password.normalize("NFKC").toLowerCase();
  if (commonPasswords.has(plain) || isRepeated(plain) || isRun(plain) || isAddress(plain, email)) {
    refuse("password_common");
  }
}

function refuse(reason: "password_short" | "password_long" | "password_common"): never {
  throw new AppError("BAD_REQUEST", { reason, details: { field: "password" } });
}

/** "abcabcabcabc": nothing but one short piece over and over. */
function isRepeated(plain: string): boolean {
  for (let size = 1; size <= 4; size++) {
    const piece = plain.slice(0, size);
    if (piece.repeat(Math.ceil(plain.length / size)).startsWith(plain)) return true;
  }
  return false;
}

function isRun(plain: string): boolean {
  return keyboardRuns.some((run) => {
    const around = run.repeat(3);
    return around.includes(plain) || [...around].reverse().join("").includes(plain);
  });
}

/** The address with little around it. */
function isAddress(plain: string, email: string): boolean {
  const address = email.trim().toLowerCase();
  const name = address.split("@")[0] ?? "";
  return [address, name, "countersign", "opentrain"].some(
    (word) => word.length >= 4 && plain.includes(word) && plain.replaceAll(word, "").length <= 4,
  );
}
