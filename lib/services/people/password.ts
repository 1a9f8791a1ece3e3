import { hash, verify } from "@node-rs/argon2";

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
export const longestPassword = 200;

/** The same characters typed on another keyboard are the same password. */
function normal(password: string): string {
  return password.normalize("NFKC");
}

export async function hashPassword(password: string): Promise<string> {
  return hash(normal(password), cost);
}

let nobody: Promise<string> | null = null;

/** Nobody's hash is checked when there is no person, so that the time taken tells nothing. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword("nobody has this password");
  const against = passwordHash ?? (await nobody);
  const given = password.length <= longestPassword ? normal(password) : "";
  const isRight = await verify(against, given).catch(() => false);
  return isRight && passwordHash !== null && given !== "";
}
