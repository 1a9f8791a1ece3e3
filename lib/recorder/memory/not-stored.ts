import { connectionNow } from "@/lib/services/connections/connection-now";
import { findConnection } from "@/lib/store/connections/rows";
import type { Db } from "@/lib/store/pool";
import { closeGap, openGap } from "@/lib/store/watch-gaps";

/**
 * The times in which requests went to OpenTrain and could be kept nowhere, by workspace. Held in memory until
 * the database is back to take them: that it is away is why they came about.
 */
export class NotStored {
  readonly #source: string;
  readonly #times = new Map<string, { from: Date; until: Date }>();

  constructor(keeper: string) {
    this.#source = `recorder ${keeper}`;
  }

  get isAny(): boolean {
    return this.#times.size > 0;
  }

  note(workspaceId: string, at: Date): void {
    const from = this.#times.get(workspaceId)?.from ?? at;
    this.#times.set(workspaceId, { from, until: at });
  }

  async write(db: Db): Promise<void> {
    for (const [workspaceId, { from, until }] of this.#times) {
      const connection = await findConnection(db, workspaceId);
      const gap = { workspaceId, source: this.#source };
      const why = "recorder_not_stored" as const;
      await db.transaction(async (tx) => {
        await openGap(tx, { ...gap, why, fromAt: connectionNow(connection, from) });
        // A request takes no time at all; a time of none would be nowhere.
        const untilAt = connectionNow(connection, new Date(until.getTime() + 1_000));
        await closeGap(tx, { ...gap, untilAt });
      });
      this.#times.delete(workspaceId);
    }
  }
}
