import type { hearing as english } from "../en/hearing";

const problems: Record<string, string> = {
  address: "OpenTrain erreicht diesen Eingang unter seiner Adresse nicht.",
  scope: "Mit einem Token mit webhooks:manage könnte OpenTrain uns sofort benachrichtigen.",
  rejected: "OpenTrain nimmt für dieses Konto keine weiteren Webhooks an.",
  feature_off: "Webhooks sind für dieses Konto ausgeschaltet.",
};

export const hearing: typeof english = {
  name: "Neuigkeiten",
  ways: {
    webhook: (every) => `OpenTrain benachrichtigt uns sofort. Außerdem sehen wir ${every} nach.`,
    by_hand: (every) =>
      `OpenTrain benachrichtigt uns sofort, über einen von Hand eingetragenen Webhook. Außerdem sehen wir ${every} nach.`,
    polling: (every) => `Wir sehen ${every} nach.`,
  },
  last: "Zuletzt benachrichtigt {at}",
  neverTold: "Bisher keine Benachrichtigung.",
  why: (problem) =>
    problem === null
      ? null
      : (problems[problem] ?? "OpenTrain hat keinen Webhook angenommen; wir versuchen es von selbst erneut."),
  every(ms) {
    if (ms === 1000) return "jede Sekunde";
    if (ms < 120_000) return ms % 1000 === 0 ? `alle ${ms / 1000} Sekunden` : `alle ${ms} Millisekunden`;
    return `alle ${Math.round(ms / 60_000)} Minuten`;
  },
};
