import type { contracts as english } from "../en/contracts";

export const contracts: typeof english = {
  statuses: { active: "Aktiv", ended: "Beendet" },
  milestonePhases: {
    not_funded: "Nicht finanziert",
    funded: "Finanziert",
    submitted: "Finanziert, vielleicht eingereicht",
    released: "Ausgezahlt",
    other: "Unbekannter Stand",
  },
  milestoneGone: "Von OpenTrain nicht mehr aufgeführt: erstattet oder storniert.",
  escrow: "In Treuhand",
  paymentTypes: {
    FIXED: "Festpreis",
    FIXED_PRICE: "Festpreis",
    PAY_PER_HOUR: "Pro Stunde",
    PAY_PER_LABEL: "Pro Label",
  },
};
