/** Below these the recorder answers: bytes as they come, and nothing a browser would believe. */
export const agentPrefixes = ["/api/public/v1/", "/api/agent/"] as const;

export function isForAgents(path: string): boolean {
  return agentPrefixes.some((prefix) => path.startsWith(prefix));
}
