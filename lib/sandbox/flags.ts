export const FLAGS = {
  draft: "public_api_job_drafting",
  publish: "public_api_job_publishing",
  hiring: "public_api_hiring",
  messagingWrites: "public_api_messaging_writes",
  team: "public_api_team",
  paymentsWrite: "public_api_payments_write",
  credits: "public_api_credits",
  webhooks: "public_api_webhooks",
} as const;

export type Flag = (typeof FLAGS)[keyof typeof FLAGS];

/** Not a flag of the API but a feature of the organization, kept beside them. */
export const TEAMS = "teams";

export function allFlagsOn(): Record<string, boolean> {
  return Object.fromEntries([...Object.values(FLAGS), TEAMS].map((flag) => [flag, true]));
}

/** Takes the flag's own name or the capability's. */
export function flagNamed(name: string): Flag | typeof TEAMS | undefined {
  if (name === TEAMS) return TEAMS;
  const known = Object.entries(FLAGS).find(([capability, flag]) => capability === name || flag === name);
  return known?.[1];
}
