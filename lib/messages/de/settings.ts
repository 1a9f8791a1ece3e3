import type { settings as english } from "../en/settings";
import { appearancePage } from "./appearance-page";
import { capturePage } from "./capture-page";
import { connectionPage } from "./connection-page";
import { coveragePage } from "./coverage-page";
import { security, team } from "./team-screens";

export const settings: typeof english = {
  page: "Einstellungen",
  connection: connectionPage,
  capture: capturePage,
  coverage: coveragePage,
  team,
  appearance: appearancePage,
  security,
  session: {
    title: "Diese Sitzung",
    text: "Mit dem Abmelden endet sie sofort, hier und auf dem Server.",
  },
};
