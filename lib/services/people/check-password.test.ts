import { describe, expect, it } from "vitest";
import { checkPassword } from "@/lib/services/people/check-password";
import { commonPasswords } from "@/lib/services/people/common-passwords";

function verdict(password: string, email = "ada.lovelace@example.com"): string {
  try {
    checkPassword(password, email);
    return "ok";
  } catch (error) {
    return String((error as { reason?: string }).reason);
  }
}

describe("checkPassword", () => {
  it.each(["calm river over nine stones", "Tr0ub4dor&3xyz", "пароль-из-многих-слов", "🦊🦊 over the 🧱"])(
    "takes %s",
    (password) => expect(verdict(password)).toBe("ok"),
  );

  it.each([
    ["elevenchars", "password_short"],
    ["🦊🦊🦊🦊🦊🦊", "password_short"],
    ["x".repeat(201), "password_long"],
    ["Password1234", "password_common"],
    ["aaaaaaaaaaaaaaa", "password_common"],
    ["abcabcabcabcabc", "password_common"],
    ["QwertyUiopAsdf", "password_common"],
    ["0987654321098", "password_common"],
    ["ada.lovelace12", "password_common"],
    ["ada.lovelace@example.com", "password_common"],
    ["countersign1!", "password_common"],
  ])("refuses %s", (password, reason) => expect(verdict(password)).toBe(reason));

  it("knows some hundred of the first guesses, all long enough to count", () => {
    expect(commonPasswords.size).toBeGreaterThan(200);
    for (const password of commonPasswords) expect([...password].length, password).toBeGreaterThanOrEqual(12);
  });
});
