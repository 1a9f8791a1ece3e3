import { FLAGS } from "../flags";

/** Follows the flags alone, like the real service's, also where this one leaves the calls out. */
export function describeCapabilities(flags: Record<string, boolean>) {
  const on = (flag: string) => flags[flag] === true;
  return {
    featureKey: FLAGS.draft,
    namespace: "job-drafts",
    rolloutMode: "ALL",
    actorIsAdmin: false,
    capabilities: {
      draftImport: on(FLAGS.draft),
      draftCreate: on(FLAGS.draft),
      draftUpdate: on(FLAGS.draft),
      draftUrlRead: on(FLAGS.draft),
      publish: on(FLAGS.publish),
      hiring: on(FLAGS.hiring),
      messagingWrites: on(FLAGS.messagingWrites),
      team: on(FLAGS.team),
      paymentsWrite: on(FLAGS.paymentsWrite),
      credits: on(FLAGS.credits),
      webhooks: on(FLAGS.webhooks),
    },
    draft: {
      importFormats: [],
      updateKeys: [],
      enums: {
        paymentType: ["PAY_PER_HOUR", "PAY_PER_LABEL", "FIXED_PRICE"],
        experienceLevel: [],
        dataVolumeUnit: [],
      },
    },
    authBootstrap: "token",
    enabled: true,
  };
}
