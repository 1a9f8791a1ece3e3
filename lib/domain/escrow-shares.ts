import type { Kind } from "./consequences";
import type { MilestonePhase } from "./records";

type Held = { id: string; phase: MilestonePhase; amountCents: number | null; goneAt: string | null };
export type EscrowShares = {
  /** What lies in escrow on the contract, this request's part included. */
  heldCents: number;
  /** What of it this request moves or decides on; of a fund, what it would add. */
  partCents: number;
  /** What stays as it is. */
  restCents: number;
  atLeast: boolean;
  parts: { id: string; cents: number; look: "this" | "rest" | "ghost" }[];
};

/** How much of a contract's escrow an open request is about; null where a figure it needs is not known. */
export function escrowShares(
  kind: Kind,
  milestoneId: string | null,
  milestones: readonly Held[],
): EscrowShares | null {
  const here = milestones.filter(({ goneAt }) => goneAt === null);
  const held = here.filter(({ phase }) => phase === "funded" || phase === "submitted");
  const asked = here.find(({ id }) => id === milestoneId) ?? null;
  const atLeast =
    held.some(({ amountCents }) => amountCents === null) || here.some(({ phase }) => phase === "other");
  const isThis = ({ id }: Held) => kind === "end" || (kind === "release" && id === milestoneId);
  const known = held.flatMap((one) =>
    one.amountCents === null
      ? []
      : [{ id: one.id, cents: one.amountCents, look: isThis(one) ? ("this" as const) : ("rest" as const) }],
  );
  const sum = (look: "this" | "rest") =>
    known.reduce((total, one) => total + (one.look === look ? one.cents : 0), 0);
  const heldCents = sum("this") + sum("rest");
  switch (kind) {
    case "fund": {
      if (asked === null || asked.amountCents === null || asked.phase !== "not_funded") return null;
      const partCents = asked.amountCents;
      const parts = [...known, { id: asked.id, cents: partCents, look: "ghost" as const }];
      return { heldCents, partCents, restCents: heldCents, atLeast, parts };
    }
    case "release":
      if (!known.some(({ look }) => look === "this")) return null;
      break;
    case "end":
      if (heldCents === 0) return null;
      break;
    default:
      return null;
  }
  // What moves comes first, as it is read first.
  const parts = known.toSorted((a, b) => Number(b.look === "this") - Number(a.look === "this"));
  return { heldCents, partCents: sum("this"), restCents: sum("rest"), atLeast, parts };
}
