type Remembered = { sessionId: string; until: number };

/**
 * Which session a token points to, as long as the token is good and not too many others came since. Only what
 * was proven to be ours is kept, so nobody fills it with tokens they made up.
 */
export function rememberTokens(most: number): {
  find: (token: string) => string | null;
  keep: (token: string, sessionId: string, until: number) => void;
} {
  const remembered = new Map<string, Remembered>();
  return {
    find(token) {
      const found = remembered.get(token);
      if (found && Date.now() < found.until) return found.sessionId;
      remembered.delete(token);
      return null;
    },
    keep(token, sessionId, until) {
      const [oldest] = remembered.keys();
      if (oldest !== undefined && remembered.size >= most) remembered.delete(oldest);
      remembered.set(token, { sessionId, until });
    },
  };
}
