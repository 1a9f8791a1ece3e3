import { appearancePage } from "./appearance-page";
import { capturePage } from "./capture-page";
import { connectionPage } from "./connection-page";
import { coveragePage } from "./coverage-page";
import { settingsHome } from "./settings-home";
import { security, team } from "./team-screens";
import { welcome } from "./welcome";

/** The words of the settings. */
export const settings = {
  page: "Settings",
  home: settingsHome,
  welcome,
  connection: connectionPage,
  capture: capturePage,
  coverage: coveragePage,
  team,
  appearance: appearancePage,
  security,
  session: {
    title: "This session",
    text: "Signing out closes it at once, here and on the server.",
  },
};

export type Settings = typeof settings;
