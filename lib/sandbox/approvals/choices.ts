import type { HireTerms, PaySource } from "../state/shapes";

/** What the human decided on the screen. */
export type Choices = {
  milestone: Partial<HireTerms>;
  payWith: PaySource | undefined;
  settle: "release" | "refund";
  origin: string;
};
