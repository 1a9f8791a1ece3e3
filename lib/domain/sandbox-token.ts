const beginning = /^ot_pat_sandbox/;

/** A token of the sandbox's: it says so itself, and no other server would take it. */
export function isSandboxToken(token: string): boolean {
  return beginning.test(token);
}
