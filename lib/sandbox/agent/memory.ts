import type { AgentMemory } from "../state/shapes";
import type { Store } from "../state/store";

export type Memory = {
  read(): Promise<AgentMemory>;
  /** Resolves when it is on disk. */
  change(how: (memory: AgentMemory) => AgentMemory): Promise<AgentMemory>;
};

/** The agent keeps its place beside the world it works on; nothing else of the world is reached this way. */
export function memoryOf(store: Store, accountId: string): Memory {
  const id = `agent_${accountId}`;
  const fresh: AgentMemory = {
    id,
    accountId,
    done: [],
    asked: {},
    outcomes: {},
    captures: [],
    stopped: false,
  };
  return {
    read: () => store.transact((tx) => tx.get("agent", id) ?? fresh),
    change: (how) => store.transact((tx) => tx.put("agent", how(tx.get("agent", id) ?? fresh))),
  };
}
