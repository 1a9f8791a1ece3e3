import type { trouble as english } from "../en/trouble";

export const trouble: typeof english = {
  unreachable: {
    title: "OpenTrain antwortet nicht",
    text: "Gezeigt wird, was {ago} abgerufen wurde; der Link funktioniert weiterhin. Es kann seither entschieden worden sein.",
    textNever:
      "Dies wurde noch nicht abgerufen; der Link funktioniert weiterhin. Es kann seither entschieden worden sein.",
  },
  refused: {
    title: "OpenTrain weist unser Token zurück",
    text: "Gezeigt wird, was {ago} abgerufen wurde; Neueres wird erst abgerufen, wenn das Token in Ordnung ist. Der Link funktioniert weiterhin.",
    textNever:
      "Dies wurde noch nicht abgerufen und wird es erst, wenn das Token in Ordnung ist. Der Link funktioniert weiterhin.",
  },
};
