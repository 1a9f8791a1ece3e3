import type { toast as english } from "../en/toast";

export const toast: typeof english = {
  label: "Was gerade getan wurde",
  close: "Schließen",
};
