import type { Messages } from "../en";
import { around } from "./around";
import { away } from "./away";
import { browser } from "./browser";
import { callWhys } from "./capture-page";
import { connection } from "./connection";
import { coverage } from "./coverage";
import { doors } from "./doors";
import { errors } from "./errors";
import { hearing } from "./hearing";
import { history } from "./history";
import { linkProblem, linkProblemFound } from "./links";
import { settings } from "./settings";

/** Every word people read, in German. */
export const german: Messages = {
  browser,
  format: browser.format,
  screens: browser.screens,
  settings,
  doors,
  ...browser.domain,
  around,
  away,
  callWhys,
  connection,
  coverage,
  errors,
  hearing,
  history,
  linkProblem,
  linkProblemFound,
};
