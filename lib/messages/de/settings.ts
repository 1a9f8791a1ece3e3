import type { settings as english } from "../en/settings";
import { appearancePage } from "./appearance-page";
import { capturePage } from "./capture-page";
import { connectionPage } from "./connection-page";
import { coveragePage } from "./coverage-page";
import { settingsHome } from "./settings-home";
import { security, team } from "./team-screens";
import { welcome } from "./welcome";

export const settings: typeof english = {
  page: "Einstellungen",
  home: settingsHome,
  welcome,
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
