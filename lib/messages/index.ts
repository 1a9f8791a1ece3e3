import { approvals } from "./en/approvals";
import { around } from "./en/around";
import { away } from "./en/away";
import { backup } from "./en/backup";
import { callWhys } from "./en/capture-page";
import { connection } from "./en/connection";
import { consequences } from "./en/consequences";
import { contracts } from "./en/contracts";
import { coverage } from "./en/coverage";
import { errors } from "./en/errors";
import { history } from "./en/history";
import { linkProblem, linkProblemFound } from "./en/links";
import { moneyWords } from "./en/money";
import { screens } from "./en/screens";
import { start } from "./en/start";
import { title } from "./en/titles";
import type { Locale } from "./view";

const en = {
  ...approvals,
  around,
  title,
  callWhys,
  consequences,
  history,
  linkProblem,
  linkProblemFound,
  money: moneyWords,
  contracts,
  coverage,
  connection,
  syncMessages: connection.syncMessages,
  errors,
  away,
  screens,
  start,
  backup,
};

export type Messages = typeof en;

const CATALOGUES: Record<Locale, Messages> = { en };

/** Every word people read, in one language. */
export function messagesFor(locale: Locale): Messages {
  return CATALOGUES[locale];
}
