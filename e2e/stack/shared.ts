import type { Stack } from "./start-stack";

const name = "COUNTERSIGN_SHARED_STACK";

/** From the global set-up to the workers, which inherit its environment. */
export function publishStack(stack: Stack): void {
  process.env[name] = JSON.stringify(stack);
}

export function sharedStack(): Stack {
  const text = process.env[name];
  if (!text)
    throw new Error("The shared inbox was not started: run the tests through e2e/playwright.config.ts.");
  return JSON.parse(text) as Stack;
}
