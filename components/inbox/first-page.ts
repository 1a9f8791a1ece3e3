import type { ApprovalList } from "@/lib/api/types";
import type { Choices, Facets } from "./facets";

/**
 * The beginning of a list that is too long for the first paint: as much as is seen, and what has to be said of
 * all of it. The whole follows by itself.
 */
export type FirstPage = {
  /** What the address asked for, in its tidy form. */
  search: string;
  page: ApprovalList;
  facets: Facets;
  /** Null where nothing is chosen among them: they come when they are looked at. */
  choices: Choices | null;
  /** A place further on in the list was asked for. */
  isFurther: boolean;
};
