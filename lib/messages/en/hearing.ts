// How this inbox learns that something happened at OpenTrain.

const problems: Record<string, string> = {
  address: "OpenTrain cannot reach this inbox under its address.",
  scope: "A token with webhooks:manage would let OpenTrain tell us at once.",
  rejected: "OpenTrain takes no more webhooks for this account.",
  feature_off: "Webhooks are switched off for this account.",
};

export const hearing = {
  name: "News",
  ways: {
    webhook: (every: string) => `OpenTrain tells us at once. We also look every ${every}.`,
    by_hand: (every: string) =>
      `OpenTrain tells us at once, by a webhook that was registered by hand. We also look every ${every}.`,
    polling: (every: string) => `We look every ${every}.`,
  },
  last: "Last told {at}",
  neverTold: "Nothing was told yet.",
  why: (problem: string | null) =>
    problem === null ? null : (problems[problem] ?? "OpenTrain took no webhook; we try again by ourselves."),
  every(ms: number): string {
    if (ms === 1000) return "second";
    if (ms < 120_000) return ms % 1000 === 0 ? `${ms / 1000} seconds` : `${ms} milliseconds`;
    return `${Math.round(ms / 60_000)} minutes`;
  },
};
