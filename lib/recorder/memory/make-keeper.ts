import { randomUUID } from "node:crypto";
import { passFailpoint } from "@/lib/failpoint";
import { log } from "@/lib/log";
import type { Became, Keeper, Kept } from "@/lib/recorder/keeper";
import type { Entry } from "@/lib/recorder/memory/entry";
import { askedOf } from "@/lib/services/asks/asked";
import { approvalIn, learnedFrom } from "@/lib/services/asks/learned";
import { Witnesses } from "@/lib/services/asks/their-clock";

/** Puts one entry where a crash cannot take it; never throws. */
export type Keep = (entry: Entry) => Promise<Kept>;

/** More reads that passed than this at a time are not looked at: the next one says the same. */
const mostSeenAtOnce = 200;

type Given = { keep: Keep; settled?: () => Promise<void>; clock?: () => Date };

/** What agents' calls tell, turned into what is kept of them. */
export function makeKeeper({
  keep,
  settled = async () => undefined,
  clock = () => new Date(),
}: Given): Keeper {
  const witnesses = new Witnesses();
  const underWay = new Set<Promise<unknown>>();
  let seenUnderWay = 0;

  async function tracked<T>(work: Promise<T>): Promise<T> {
    underWay.add(work);
    return work.finally(() => underWay.delete(work));
  }

  return {
    async begin(ask) {
      const id = randomUUID();
      return tracked(
        safely<{ id: string; kept: Kept }>({ id, kept: "not-stored" }, async () => ({
          id,
          kept: await keep({ kind: "begun", asked: askedOf(id, ask) }),
        })),
      );
    },

    async answered(begun, ask, { status, body, date }) {
      return tracked(
        safely<{ kept: Kept } & Became>(
          { kept: "not-stored", became: "unknown", approvalId: null },
          async () => {
            passFailpoint("answer-seen");
            const learned = learnedFrom(status, body);
            const asked = askedOf(begun.id, ask);
            const shown = { date, at: clock() };
            const isWitnessed = witnesses.hear(asked.connectionId, { sentAt: asked.at, ...shown });
            const kept = await keep({ kind: "became", asked, learned, ...shown, isWitnessed });
            const approvalId = learned.kind === "accepted" ? learned.approval.id : null;
            return { kept, became: learned.kind, approvalId };
          },
        ),
      );
    },

    async failed(begun, ask, why) {
      await tracked(
        safely<Kept>("not-stored", () => {
          const asked = askedOf(begun.id, ask);
          const shown = { date: null, at: clock(), isWitnessed: false };
          return keep({ kind: "became", asked, learned: { kind: why }, ...shown });
        }),
      );
    },

    seen({ workspaceId, connectionId }, approvalId, { status, body, date, at }) {
      // What an agent's token may not see says nothing of what ours may.
      const approval = status === 200 ? approvalIn(body) : null;
      if (approval?.id !== approvalId || seenUnderWay >= mostSeenAtOnce) return;
      seenUnderWay += 1;
      const isWitnessed = witnesses.hear(connectionId, { sentAt: at, at, date });
      const work = safely<Kept>("not-stored", () =>
        keep({ kind: "seen", workspaceId, connectionId, approval, date, at, isWitnessed }),
      );
      void tracked(work).finally(() => {
        seenUnderWay -= 1;
      });
    },

    settled,

    async stop() {
      while (underWay.size > 0) await Promise.allSettled(underWay);
    },
  };
}

/** The agent's call goes on whatever happens here. */
async function safely<T>(otherwise: T, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    log.error({ error }, "what passed through the recorder could not be kept");
    return otherwise;
  }
}
