import { isSandboxToken } from "@/lib/domain/sandbox-token";
import { findConnection, updateConnection } from "@/lib/store/connections/rows";
import type { Tx } from "@/lib/store/pool";
import { seal, unseal } from "@/lib/store/sealing";

/** The token of the sandbox's agent, for the owner to try the ways in with; sealed like any other. */
export async function keepSandboxAgent(
  tx: Tx,
  { workspaceId, token, keys }: { workspaceId: string; token: string; keys: string },
): Promise<void> {
  const connection = await findConnection(tx, workspaceId);
  if (connection?.kind !== "sandbox" || !isSandboxToken(token)) return;
  const { id, agentSealed } = connection;
  if (agentSealed !== null && unseal(agentSealed, keys) === token) return;
  await updateConnection(tx, id, { agentSealed: seal(token, keys) });
}
